// How much is underlined: two little pictures of the same sentences, of which the reader chooses one. On the welcome
// page and in the options.

import type { Group } from "../analysis";
import { t } from "../words";
import { Choice } from "./choice";
import type { SectionProps } from "./section";

/** Sentences of ours, in the language that is read: words, and the group of their mark. */
const SENTENCES: readonly (readonly [words: string, group?: Group])[] = [
  ["The harbour master said "],
  ["the gate had been shut since noon", "statements"],
  [". The council accused the line of "],
  ["ignoring two warnings", "accusations"],
  [". Its owner said "],
  ["divers would come on Friday", "statements"],
  [". He denied "],
  ["having been warned", "denials"],
  ["."],
];

export function Density({ settings, change }: Pick<SectionProps, "settings" | "change">) {
  return (
    <fieldset class="densities">
      <legend class="soft">{t("densityTitle")}</legend>
      {(["quiet", "full"] as const).map((density) => (
        <div key={density}>
          <Choice
            type="radio"
            name="density"
            checked={settings.density === density}
            label={t(`density_${density}`)}
            note={t(`densityNote_${density}`)}
            press={() => change({ density })}
          />
          <p class={`picture ${density}`} lang="en" aria-hidden="true">
            {SENTENCES.map(([words, group]) =>
              group ? (
                <span key={words} class={`sample-words ${group}`}>
                  {words}
                </span>
              ) : (
                words
              ),
            )}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
