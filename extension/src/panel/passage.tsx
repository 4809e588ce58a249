// One passage as a row: what is done, and the sentence of it: who, the reporter's words as written, and what. Pressing
// it scrolls the page there. Used by every list.

import { certainty, kindInWords, sayingOf, shorten } from "../describe";
import { groupOf } from "../kinds";
import { linkTo } from "../link";
import { ownNames } from "../own";
import { t } from "../words";
import { Found } from "./found";
import type { Model } from "./model";

/** UTF-16 units of the words that a row shows. */
const LONGEST = 160;

interface Props {
  model: Model;
  index: number;
  /** The speaker stands above already: said, and not shown again. */
  withoutSpeaker?: boolean;
  /** Put before the kind: "Reply". */
  lead?: string;
}

export function PassageRow({ model, index, withoutSpeaker, lead }: Props) {
  const reading = model.reading.value;
  const a = reading?.analysis.attributions[index];
  if (!reading || !a) return null;
  const { who, cue, words, cueFirst } = sayingOf(reading, a);
  const how = certainty(reading, a);
  const own = ownNames(a, model.settings.value.categories);
  const onPage = model.located.value.has(index);
  // Whom the eye has above, the ear still needs; and "Neither Berg nor Falk" is nobody's name.
  const above = withoutSpeaker && who === reading.analysis.actors[a.actor ?? -1]?.name;
  const speaker = (
    <>
      <bdi class={above ? "offstage" : "speaker"}>
        <Found model={model} text={who} />
      </bdi>{" "}
    </>
  );
  const said = cue ? (
    <>
      <i class="cue">
        <Found model={model} text={cue} />
      </i>{" "}
    </>
  ) : null;
  const row = (
    <button
      type="button"
      class={`row passage ${groupOf(a.kind)}`}
      data-row
      data-passage={index}
      aria-current={model.pointed.value === index ? "true" : undefined}
      onClick={() => model.jump(index)}
      onPointerEnter={() => model.point(index)}
      onFocus={() => model.point(index)}
    >
      {lead ? <span class="soft">{lead} </span> : null}
      <span class="kind">{kindInWords(reading, a)}</span>
      <Pause />
      <span class="saying">
        {cueFirst ? said : speaker}
        {cueFirst ? speaker : said}
        <span class="words">
          <Found model={model} text={shorten(words, LONGEST)} whole={words} />
        </span>
      </span>
      {how && how !== who ? (
        <span class="soft how">
          <Pause />
          {how}
        </span>
      ) : null}
      {own ? (
        <span class="soft how">
          <Pause />
          {t("alsoInNamed", own)}
        </span>
      ) : null}
      {onPage ? null : (
        <span class="soft how">
          <Pause />
          {t("notMarkedOnPage")}
        </span>
      )}
    </button>
  );
  const link = linkTo(model.page.value?.url ?? "", reading.blocks, a.content.length > 0 ? a.content : a.cue);
  return (
    <div class="passage-row">
      {row}
      <button
        type="button"
        class="beside"
        data-beside
        aria-label={t("copyLinkNamed", `${kindInWords(reading, a)}, ${who}`)}
        title={t("copyLink")}
        onClick={() => void model.copy(link)}
      >
        {t("link")}
      </button>
    </div>
  );
}

/** A comma for those who hear the row: its parts stand apart only for the eye. */
export function Pause() {
  return <span class="offstage">, </span>;
}
