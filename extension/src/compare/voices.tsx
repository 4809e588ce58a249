// The table of voices: a row each, a column for each article with how much of what. Nothing is weighed: a voice that
// was not found in an article is said to be found in the others only. A row unfolds the voice's passages.

import { useLayoutEffect, useRef } from "preact/hooks";
import type { At, Voice } from "../comparison";
import { GROUPS } from "../kinds";
import { language, number, t, tn } from "../words";
import { actorAt, amount, type Beside, presentIn } from "./beside";
import type { CompareModel, Filter } from "./model";
import { nameOf, numbers, Passage } from "./places";

export function Voices({ model, beside }: { model: CompareModel; beside: Beside }) {
  const { chosen, comparison } = beside;
  return (
    <section id="voices">
      <h2>{t("compareVoices")}</h2>
      <Filters model={model} beside={beside} />
      <table class="voices" data-columns={chosen.length}>
        <thead>
          <tr>
            <th scope="col">{t("compareVoice")}</th>
            {chosen.map(({ id }, i) => (
              <th key={id} scope="col">
                {nameOf(chosen, i)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.shown.value.flatMap((row) => {
            const voice = comparison.voices[row];
            return voice
              ? [<VoiceRow key={row} model={model} beside={beside} row={row} voice={voice} />]
              : [];
          })}
        </tbody>
      </table>
      {model.shown.value.length === 0 ? <p class="empty">{t("compareNoVoice")}</p> : null}
      <Nobody beside={beside} />
    </section>
  );
}

function Filters({ model, beside }: { model: CompareModel; beside: Beside }) {
  const filters: Filter[] = ["all", "both", ...beside.chosen.keys()];
  const label = (filter: Filter) => {
    if (typeof filter === "number") return t("onlyIn", nameOf(beside.chosen, filter));
    const all = filter === "all";
    return t(all ? "filterAll" : "filterBoth");
  };
  const field = useRef<HTMLFieldSetElement>(null);
  const isFocused = model.focused.value === "filters";
  useLayoutEffect(() => {
    if (!isFocused) return;
    field.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
    model.focused.value = null;
  }, [isFocused, model]);
  return (
    <fieldset class="filters" ref={field}>
      <legend class="offstage">{t("compareFilter")}</legend>
      {filters.map((filter) => (
        <label key={filter} class="button">
          <input
            type="radio"
            name="filter"
            value={filter}
            checked={model.filter.value === filter}
            onChange={() => {
              model.filter.value = filter;
            }}
          />
          {label(filter)}
        </label>
      ))}
    </fieldset>
  );
}

function VoiceRow(props: { model: CompareModel; beside: Beside; row: number; voice: Voice }) {
  const { model, beside, row, voice } = props;
  const unfolded = model.open.value === row;
  const present = presentIn(voice);
  const only = present.length < beside.chosen.length;
  const name = useRef<HTMLButtonElement>(null);
  const isFocused = model.focused.value === row;
  useLayoutEffect(() => {
    if (!isFocused) return;
    name.current?.focus();
    model.focused.value = null;
  }, [isFocused, model]);
  return (
    <>
      <tr data-voice={row}>
        <th scope="row">
          <button
            ref={name}
            type="button"
            class="row"
            aria-expanded={unfolded}
            onClick={() => {
              model.open.value = unfolded ? null : row;
            }}
          >
            <bdi>{voice.name}</bdi>
          </button>
          {only ? <p class="soft">{t("foundOnlyIn", numbers(present, language()))}</p> : null}
          <Perhaps model={model} beside={beside} row={row} />
        </th>
        {voice.counts.map((counts, account) => (
          <td key={account}>
            <span class="where">{nameOf(beside.chosen, account)}</span>
            {amount(counts) === 0 ? (
              <span class="soft none">
                <span aria-hidden="true">–</span>
                <span class="offstage">{t("notFoundHere")}</span>
              </span>
            ) : (
              <ul class="amounts">
                {GROUPS.filter((group) => counts[group] > 0).map((group) => (
                  <li key={group} class={group}>
                    <span class="sample-text">{t(`group_${group}`)}</span> {number(counts[group])}
                  </li>
                ))}
              </ul>
            )}
          </td>
        ))}
      </tr>
      {unfolded ? (
        <tr class="unfolded">
          <td colSpan={beside.chosen.length + 1}>
            <Unfolded model={model} beside={beside} row={row} voice={voice} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

/** Other rows that may be the same voice, for the reader to say. */
function Perhaps({ model, beside, row }: { model: CompareModel; beside: Beside; row: number }) {
  const { perhaps, voices } = beside.comparison;
  return perhaps
    .filter(({ voices }) => voices.includes(row))
    .map(({ voices: pair, how }) => {
      const other = pair[0] === row ? pair[1] : pair[0];
      const voice = voices[other];
      if (!voice || presentIn(voice).length === 0) return null;
      return (
        <p key={other} class="soft perhaps">
          {t("perhapsSame", voice.name, t(`like_${how}`))}{" "}
          <button
            type="button"
            class="link"
            data-join={other}
            aria-label={t("joinNamed", voices[row]?.name ?? "", voice.name)}
            onClick={() => model.join(pair)}
          >
            {t("joinVoices")}
          </button>
        </p>
      );
    });
}

function Unfolded(props: { model: CompareModel; beside: Beside; row: number; voice: Voice }) {
  const { model, beside, row, voice } = props;
  const own = (account: number): At[] => {
    const actors = voice.actors.filter((actor) => actor.account === account).map(({ index }) => index);
    const all = beside.chosen[account]?.analysis.attributions ?? [];
    return all.flatMap((a, index) =>
      a.actor !== null && actors.includes(a.actor) ? [{ account, index }] : [],
    );
  };
  const names = voice.actors.map((actor) =>
    t("calledIn", actorAt(beside, actor)?.name ?? "", number(actor.account + 1)),
  );
  return (
    <>
      {voice.how ? (
        <p class="soft">
          {t("takenForOne", names.join(", "), t(`like_${voice.how}`))}{" "}
          <button
            type="button"
            class="link"
            data-part
            aria-label={t("partNamed", voice.name)}
            onClick={() => model.part(row)}
          >
            {t("partVoices")}
          </button>
        </p>
      ) : null}
      <div class="beside" data-columns={beside.chosen.length}>
        {beside.chosen.map(({ id }, account) => {
          const passages = own(account);
          return (
            <section key={id}>
              <h3>{nameOf(beside.chosen, account)}</h3>
              {passages.length === 0 ? <p class="soft">{t("notFoundHere")}</p> : null}
              <ul class="list">
                {passages.map((at) => (
                  <li key={at.index}>
                    <Passage model={model} beside={beside} at={at} withoutSpeaker />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}

/** Statements that are in no row. */
function Nobody({ beside }: { beside: Beside }) {
  const parts = beside.chosen.flatMap(({ analysis }, account) => {
    const count = analysis.attributions.filter(({ actor }) => actor === null).length;
    return count > 0 ? [`${nameOf(beside.chosen, account)}: ${tn("found", count)}`] : [];
  });
  return parts.length === 0 ? null : <p class="soft">{t("saidByUnclear", parts.join("; "))}</p>;
}
