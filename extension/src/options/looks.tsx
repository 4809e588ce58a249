// How marks look: lines or tint, weight, own colours. Each colour is checked against light and dark
// paper as it is chosen; a weak one is allowed and said to be weak.

import type { Group } from "../analysis";
import { GROUPS } from "../kinds";
import { contrast, MARK_COLOURS, markColour } from "../look";
import type { Settings } from "../settings";
import { language, t } from "../words";
import { Choice } from "./choice";
import { Density } from "./density";
import type { SectionProps } from "./section";

const PAPERS = { light: "#ffffff", dark: "#1b1b1b" } as const;
/** WCAG 1.4.11: lines that mean something. */
const LEAST = 3;

export function Looks({ settings, change }: SectionProps) {
  return (
    <section>
      <h2>{t("looksTitle")}</h2>
      <fieldset>
        <legend class="soft">{t("looksHow")}</legend>
        {(["lines", "tint"] as const).map((look) => (
          <Choice
            key={look}
            type="radio"
            name="look"
            checked={settings.look === look}
            label={t(`look_${look}`)}
            press={() => change({ look })}
          />
        ))}
      </fieldset>
      <Density settings={settings} change={change} />
      <label class="row-field">
        <span>{t("weightTitle")}</span>
        <select
          name="weight"
          value={settings.weight}
          onChange={(event) => change({ weight: event.currentTarget.value as Settings["weight"] })}
        >
          {(["thin", "normal", "strong"] as const).map((weight) => (
            <option key={weight} value={weight}>
              {t(`weight_${weight}`)}
            </option>
          ))}
        </select>
      </label>
      <OwnLooks settings={settings} change={change} />
      <h3>{t("coloursTitle")}</h3>
      <div class="colours">
        {GROUPS.map((group) => (
          <Colour
            key={group}
            group={group}
            settings={settings}
            set={(colour) => change({ colours: { ...settings.colours, [group]: colour } })}
          />
        ))}
      </div>
    </section>
  );
}

/** Sites that the reader gave a look of their own in the panel. */
function OwnLooks({ settings, change }: Pick<SectionProps, "settings" | "change">) {
  const hosts = Object.keys(settings.own).sort();
  if (hosts.length === 0) return null;
  return (
    <div data-own>
      <h3>{t("ownTitle")}</h3>
      <ul class="hosts">
        {hosts.map((host) => (
          <li key={host}>
            <bdi>{host}</bdi>
            <button
              type="button"
              aria-label={t("removeNamed", host)}
              onClick={() => {
                const { [host]: _, ...own } = settings.own;
                change({ own });
              }}
            >
              {t("remove")}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Colour(props: { group: Group; settings: Settings; set(colour: string | null): void }) {
  const { group, settings, set } = props;
  const colour = markColour(group, settings.colours);
  const own = settings.colours[group];
  const [light, dark] = [contrast(colour, PAPERS.light), contrast(colour, PAPERS.dark)];
  const ratio = (value: number) =>
    new Intl.NumberFormat(language(), { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(value);
  const weak = [light < LEAST && t("contrastWeakLight"), dark < LEAST && t("contrastWeakDark")].filter(
    (words) => typeof words === "string",
  );
  return (
    <div class="colour">
      <label>
        <input
          type="color"
          name={`colour-${group}`}
          value={colour.toLowerCase()}
          onInput={(event) => set(event.currentTarget.value)}
        />
        {t(`group_${group}`)}
      </label>
      {own !== null && own.toLowerCase() !== MARK_COLOURS[group].toLowerCase() ? (
        <button
          type="button"
          class="link"
          aria-label={t("colourResetNamed", t(`group_${group}`))}
          onClick={() => set(null)}
        >
          {t("colourReset")}
        </button>
      ) : null}
      <span role="status" class={weak.length > 0 ? "warn" : "soft"}>
        {weak.length > 0 ? weak.join(" ") : t("contrastOf", ratio(light), ratio(dark))}
      </span>
    </div>
  );
}
