// How an article is named on the Compare page, and one passage of it as a row: who, the reporting words, the words.

import type { At } from "../comparison";
import { cueOf, kindInWords, shorten, speakerName, wordsOf } from "../describe";
import { groupOf } from "../kinds";
import { Pause } from "../panel/passage";
import { number, t } from "../words";
import { attributionAt, type Beside, readingOf } from "./beside";
import type { Kept } from "./kept";
import type { CompareModel } from "./model";

/** "2 · example.com": the number it has on this page, and its site. */
export function nameOf(chosen: readonly Kept[], account: number): string {
  const kept = chosen[account];
  return t("articleNamed", number(account + 1), kept?.site || kept?.title || "");
}

/** Several numbers as the language writes them: "1 and 2". */
export function numbers(accounts: readonly number[], language: string): string {
  return new Intl.ListFormat(language).format(accounts.map((account) => number(account + 1)));
}

interface Props {
  model: CompareModel;
  beside: Beside;
  at: At;
  /** The speaker stands above already: said, and not shown again. */
  withoutSpeaker?: boolean;
  /** Put before the speaker: "Reply". */
  lead?: string;
}

/** A passage; pressing it leads there. */
export function Passage({ model, beside, at, withoutSpeaker, lead }: Props) {
  const a = attributionAt(beside, at);
  const kept = beside.chosen[at.account];
  if (!a || !kept) return null;
  const reading = readingOf(beside, at.account);
  const cue = cueOf(a, reading.blocks);
  const words = wordsOf(a.content, reading.blocks);
  const who = speakerName(reading, a);
  const above = withoutSpeaker && who === reading.analysis.actors[a.actor ?? -1]?.name;
  return (
    <button
      type="button"
      class={`row passage ${groupOf(a.kind)}`}
      data-passage={`${at.account}.${at.index}`}
      onClick={() => model.host.jump(kept, at.index)}
    >
      <span class={above ? "offstage" : "speaker"}>
        {lead ? <span class="soft">{lead} </span> : null}
        <bdi>{who}</bdi>
        <Pause />
      </span>
      <span class="kind">{kindInWords(reading, a)}</span>
      <Pause />
      {cue ? (
        <span class="cue">
          {t("quoted", cue)}
          <Pause />
        </span>
      ) : null}
      {words ? <span class="words">{shorten(words, 220)}</span> : null}
    </button>
  );
}
