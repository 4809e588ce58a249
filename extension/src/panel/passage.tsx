// One passage as a row: kind and words. Pressing it scrolls the page there. Used by every list.

import { certainty, kindName, shorten, speakerName, targetName, wordsOf } from "../describe";
import { groupOf } from "../kinds";
import { t } from "../words";
import type { Model } from "./model";

interface Props {
  model: Model;
  index: number;
  /** The speaker stands above already. */
  withoutSpeaker?: boolean;
  /** Put before the kind: "Reply". */
  lead?: string;
}

export function PassageRow({ model, index, withoutSpeaker, lead }: Props) {
  const reading = model.reading.value;
  const a = reading?.analysis.attributions[index];
  if (!reading || !a) return null;
  const speaker = speakerName(reading, a);
  const how = certainty(reading, a);
  const target = targetName(reading, a);
  const kind = target ? t("cardHeadingTarget", kindName(a.kind), target) : kindName(a.kind);
  const onPage = model.page.value?.located.includes(index) ?? false;
  return (
    <button
      type="button"
      class={`row passage ${groupOf(a.kind)}`}
      data-row
      data-passage={index}
      onClick={() => model.jump(index)}
    >
      {withoutSpeaker ? null : (
        <span class="speaker">
          {lead ? <span class="soft">{lead} </span> : null}
          <bdi>{speaker}</bdi>
          <Pause />
        </span>
      )}
      <span class="kind">{kind}</span>
      <Pause />
      {how && how !== speaker ? (
        <span class="soft how">
          {how}
          <Pause />
        </span>
      ) : null}
      <span class="words">
        {shorten(wordsOf(a.content, reading.blocks) || wordsOf(a.cue, reading.blocks), 160)}
      </span>
      {onPage ? null : (
        <span class="soft">
          <Pause />
          {t("notMarkedOnPage")}
        </span>
      )}
    </button>
  );
}

/** A comma for those who hear the row: its parts stand apart only for the eye. */
export function Pause() {
  return <span class="offstage">, </span>;
}
