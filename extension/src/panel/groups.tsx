// The toggles: each is drawn as its marks are on the page, so that it is legend and switch in one; and beside
// them the presets and the search, which narrow the same lists.

import type { Group } from "../analysis";
import { GROUPS } from "../kinds";
import { ownLook } from "../own";
import type { Category, SiteLook } from "../settings";
import { number, t, tn } from "../words";
import { wrongInWords } from "../wrong";
import type { Model, Preset } from "./model";

export function Groups({ model }: { model: Model }) {
  const { look, counts } = model;
  return (
    <section class="groups" aria-label={t("groups")}>
      <div class="chips">
        {GROUPS.map((group) => (
          <Chip
            key={group}
            group={group}
            on={look.value.groups[group]}
            count={counts.value[group]}
            press={() => model.toggle(group)}
          />
        ))}
        <Chip
          group="unnamed"
          on={look.value.unnamed}
          count={counts.value.unnamed}
          press={() => model.toggle("unnamed")}
        />
        {model.settings.value.categories.map((category, index) => (
          <OwnChip
            key={index}
            category={category}
            count={model.ownCounts.value[index] ?? 0}
            partly={model.page.value?.partly?.includes(index) ?? false}
            press={() => model.toggleOwn(index)}
          />
        ))}
      </div>
      <div class="filters">
        <p class="presets">
          <span class="soft">{t("show")}</span>
          {(["all", "clash", "none"] as Preset[]).map((which) => (
            <button key={which} type="button" class="link" onClick={() => model.preset(which)}>
              {t(`preset_${which}`)}
            </button>
          ))}
        </p>
        <input
          type="search"
          placeholder={t("searchHint")}
          aria-label={t("search")}
          aria-keyshortcuts="/"
          aria-invalid={model.search.wrong.value ? "true" : undefined}
          aria-describedby="search-outcome"
          value={model.query.value}
          onInput={(event) => {
            model.query.value = event.currentTarget.value;
          }}
        />
        <button
          type="button"
          class="unfold"
          aria-label={t("unfold")}
          title={t("unfold")}
          onClick={() => {
            model.unfolded.value = true;
          }}
        />
      </div>
      <p class="search-outcome" id="search-outcome" role="status">
        {model.search.wrong.value ? wrongInWords(model.search.wrong.value) : null}
        {model.search.partly.value ? t("searchPartly") : null}
      </p>
      <LookHere model={model} />
    </section>
  );
}

/** How marks look, and whether all this is for this site alone. */
function LookHere({ model }: { model: Model }) {
  const { look, owned, site } = model;
  const choice = <K extends "density" | "weight">(name: K, values: readonly SiteLook[K][]) => (
    <label>
      {t(`${name}Title`)}
      <select
        name={name}
        value={look.value[name]}
        onChange={(event) => model.changeLook({ [name]: event.currentTarget.value } as Partial<SiteLook>)}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {t(`${name}_${value}`)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <details class="look">
      <summary>{t("looksTitle")}</summary>
      {choice("density", ["quiet", "full"])}
      {choice("weight", ["thin", "normal", "strong"])}
      {site.value !== null && !model.host.embedded ? (
        <label class="own">
          <input
            type="checkbox"
            name="own"
            checked={owned.value}
            onChange={(event) => model.own(event.currentTarget.checked)}
          />
          {t("ownLook", site.value)}
        </label>
      ) : null}
    </details>
  );
}

function Chip(props: { group: Group | "unnamed"; on: boolean; count: number; press: () => void }) {
  const name = t(`group_${props.group}`);
  return (
    <button
      type="button"
      role="switch"
      class={`chip ${props.group}`}
      aria-checked={props.on}
      aria-label={`${name}, ${tn("found", props.count)}`}
      title={`${name}. ${t(props.on ? "groupHide" : "groupShow")}`}
      data-group={props.group}
      onClick={props.press}
    >
      <span class="dot" aria-hidden="true" />
      <span class="sample">{name}</span>
      <span class="count">{number(props.count)}</span>
    </button>
  );
}

/** A category of the reader's own, drawn as its marks are. */
function OwnChip(props: { category: Category; count: number; partly: boolean; press: () => void }) {
  const { category, count, partly, press } = props;
  const { name, colour, on } = category;
  const found = tn("found", count);
  return (
    <button
      type="button"
      role="switch"
      class="chip own-category"
      aria-checked={on}
      aria-label={[t("ownNamed", name), found, partly && t("ownPartly")].filter(Boolean).join(", ")}
      title={`${name}. ${t(on ? "groupHide" : "groupShow")}${partly ? ` ${t("ownPartly")}` : ""}`}
      onClick={press}
    >
      <span class="dot" aria-hidden="true" style={on ? { background: colour, borderColor: colour } : {}} />
      <bdi class="sample" style={on ? ownLook(category) : ""}>
        {name}
      </bdi>
      <span class="count">
        {number(count)}
        {partly ? "+" : ""}
      </span>
    </button>
  );
}
