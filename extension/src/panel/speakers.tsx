// The first view: who speaks, how much of what, and against whom. A row unfolds the speaker's passages, and nothing
// else: the page stays where it is until one of them is pressed.

import type { Actor, Edge } from "../analysis";
import { isNameless, otherNames, quoted, sayingOf, shorten, sourceKindName } from "../describe";
import { GROUPS, groupOf } from "../kinds";
import { number, t, tn } from "../words";
import { Found } from "./found";
import type { Model } from "./model";
import { PassageRow, Pause } from "./passage";

export function Speakers({ model }: { model: Model }) {
  const reading = model.reading.value;
  if (!reading) return null;
  const { actors, attributions } = reading.analysis;
  const own: number[][] = actors.map(() => []);
  for (const at of model.shown.value) own[attributions[at]?.actor ?? -1]?.push(at);
  const most = Math.max(1, ...own.map((list) => list.length));
  const searching = model.search.on.value || (model.page.value?.onlyActor ?? null) !== null;
  const rows = actors.flatMap((actor, i) => {
    if (actor.names.length === 0) return [];
    const passages = own[i] ?? [];
    const accused = actor.accused_by.length > 0 && model.look.value.groups.accusations && !searching;
    return passages.length > 0 || accused ? [{ actor, i, passages }] : [];
  });
  const nobody = model.shown.value.filter((at) => attributions[at]?.actor === null);
  if (rows.length + nobody.length === 0) return <p class="empty">{t("nothingShown")}</p>;
  return (
    <>
      <ul class="list">
        {rows.map((row) => (
          <li key={row.i}>
            <Speaker model={model} most={most} {...row} />
          </li>
        ))}
      </ul>
      {nobody.length > 0 ? (
        <section>
          <h2>{t("unclearWho")}</h2>
          <ul class="list">
            {nobody.map((at) => (
              <li key={at}>
                <PassageRow model={model} index={at} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <SourceMix model={model} />
    </>
  );
}

function Speaker(props: { model: Model; actor: Actor; i: number; passages: number[]; most: number }) {
  const { model, actor, i, passages, most } = props;
  const searched = model.search.on.value;
  const unfolded = passages.length > 0 && (searched ? !model.folded.value.has(i) : model.open.value === i);
  const isOnly = model.page.value?.onlyActor === i;
  return (
    <div class="speaker-row">
      <button
        type="button"
        class="row"
        data-row
        data-actor={i}
        aria-expanded={passages.length > 0 ? unfolded : undefined}
        aria-disabled={passages.length === 0 ? true : undefined}
        onClick={() => {
          if (searched) {
            const folded = new Set(model.folded.value);
            if (!folded.delete(i)) folded.add(i);
            model.folded.value = folded;
          } else model.open.value = unfolded ? null : i;
        }}
      >
        <span class="name">
          <bdi>
            <Found model={model} text={actor.name} />
          </bdi>
        </span>
        <Pause />
        <Bar model={model} passages={passages} most={most} />
        <Notes model={model} actor={actor} />
      </button>
      {passages.length > 0 ? (
        <button
          type="button"
          class="only"
          data-beside
          aria-pressed={isOnly}
          aria-label={t("onlyNamed", actor.name)}
          title={t("onlyThisSpeaker")}
          onClick={() => model.only(isOnly ? null : i)}
        >
          {t("only")}
        </button>
      ) : null}
      {unfolded ? (
        <ul class="list inner">
          {passages.map((at) => (
            <li key={at}>
              <PassageRow model={model} index={at} withoutSpeaker />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** How many passages, by group. The colours repeat what the label says in words. */
function Bar({ model, passages, most }: { model: Model; passages: number[]; most: number }) {
  const all = model.reading.value?.analysis.attributions ?? [];
  const parts = GROUPS.map((group) => ({
    group,
    count: passages.filter((at) => all[at] && groupOf(all[at].kind) === group).length,
  })).filter((part) => part.count > 0);
  const label = parts.map((part) => `${t(`group_${part.group}`)} ${number(part.count)}`).join(", ");
  return (
    <span class="amount">
      <span class="count">{number(passages.length)}</span>
      {parts.length > 0 ? (
        <span class="bar" role="img" aria-label={`: ${label}`}>
          {parts.map((part) => (
            <span
              key={part.group}
              class={part.group}
              style={{ inlineSize: `${Math.max(4, Math.round((part.count / most) * 64))}px` }}
            />
          ))}
        </span>
      ) : null}
    </span>
  );
}

function Notes({ model, actor }: { model: Model; actor: Actor }) {
  const reading = model.reading.value;
  if (!reading) return null;
  const { actors, attributions } = reading.analysis;
  const nameOf = (i: number) => actors[i]?.name ?? "";
  const names = (edges: Edge[]) => edges.map((edge) => nameOf(edge.actor)).join(", ");
  const others = otherNames(actor);
  // With the reporter's words: "denies: said he never met her" and "denies: he never met her" are opposites.
  const denied = actor.denies.flatMap((at) => {
    const a = attributions[at];
    if (!a) return [];
    const { cue, words } = sayingOf(reading, a);
    return [quoted(shorten([cue, words].filter(Boolean).join(" "), 60))];
  });
  const lines = [
    [
      isNameless(actor) && t("notNamed"),
      actor.through.length > 0 && t("noteThrough", actor.through.map(nameOf).join(", ")),
      actor.speaks_for !== null && t("noteFor", nameOf(actor.speaks_for)),
      others.length > 0 && t("noteAlso", others.join(", ")),
    ],
    [
      actor.accuses.length > 0 && t("noteAccuses", names(actor.accuses)),
      actor.accused_by.length > 0 && t("noteAccusedBy", names(actor.accused_by)),
      actor.demands_of.length > 0 && t("noteDemandsOf", names(actor.demands_of)),
      actor.criticises.length > 0 && t("noteCriticises", names(actor.criticises)),
      denied.length > 0 && t("noteDenies", denied.join("; ")),
      actor.no_own_words && !model.page.value?.paywalled && t("noOwnWords"),
    ],
  ];
  return lines.map((line, i) => {
    const notes = line.filter((note) => typeof note === "string");
    return notes.length === 0 ? null : (
      <span key={i} class="notes">
        {notes.map((note) => (
          <span key={note}>
            <Pause />
            {note.replace(/: /, ":\u00a0")}
          </span>
        ))}
      </span>
    );
  });
}

/** How many statements come from each kind of source. Numbers only: nothing is graded. */
function SourceMix({ model }: { model: Model }) {
  const all = model.reading.value?.analysis.attributions ?? [];
  const kinds = new Map<string, number>();
  for (const a of all) kinds.set(a.source_kind, (kinds.get(a.source_kind) ?? 0) + 1);
  const ordered = (
    ["person", "spokesperson", "organization", "group", "document", "media", "unnamed", "unresolved"] as const
  ).flatMap((kind) => (kinds.has(kind) ? [{ kind, count: kinds.get(kind) ?? 0 }] : []));
  return (
    <details class="mix">
      <summary data-row>{t("sourceMix")}</summary>
      <dl>
        {ordered.map(({ kind, count }) => (
          <div key={kind}>
            <dt>{sourceKindName(kind)}</dt>
            <dd>{tn("found", count)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
