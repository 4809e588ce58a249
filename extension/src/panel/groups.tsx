// The toggles: each is drawn as its marks are on the page, so that it is legend and switch in one; and beside
// them the presets and the search, which narrow the same lists.

import type { Group } from "../analysis";
import { GROUPS } from "../kinds";
import { number, t, tn } from "../words";
import type { Model, Preset } from "./model";

export function Groups({ model }: { model: Model }) {
  const { settings, counts } = model;
  return (
    <section class="groups" aria-label={t("groups")}>
      <div class="chips">
        {GROUPS.map((group) => (
          <Chip
            key={group}
            group={group}
            on={settings.value.groups[group]}
            count={counts.value[group]}
            press={() => model.toggle(group)}
          />
        ))}
        <Chip
          group="unnamed"
          on={settings.value.unnamed}
          count={counts.value.unnamed}
          press={() => model.toggle("unnamed")}
        />
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
          value={model.query.value}
          onInput={(event) => {
            model.query.value = event.currentTarget.value;
          }}
        />
      </div>
    </section>
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
      title={t(props.on ? "groupHide" : "groupShow")}
      data-group={props.group}
      onClick={props.press}
    >
      <span class="dot" aria-hidden="true" />
      <span class="sample">{name}</span>
      <span class="count">{number(props.count)}</span>
    </button>
  );
}
