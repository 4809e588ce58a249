// What the panel is told of a page: its state in the terms of the protocol, made from what the conductor knows.
// Leaves out when it is told.

import type { Analysis } from "../analysis";
import { passageKey } from "../changes";
import * as dom from "../dom";
import type { AnalyzeReply, AnalyzeRequest, PageState, PageStatus } from "../protocol";
import type { Verdict } from "./gate/judge";
import type { Reading } from "./reading";
import type { Mark } from "./scene";

/** What the conductor knows of the page just now. */
export interface Now {
  /** Marks are wanted here. */
  running: boolean;
  verdict: Verdict | null;
  /** The reader asked for marks against the verdict. */
  asked: boolean;
  /** The page was read to its end since the verdict: until then, that no article is known says nothing. */
  looked: boolean;
  /** The article in view, if any. */
  current: Reading | null;
  /** Its analysis as corrected. */
  analysis: Analysis | null;
  only: { reading: Reading; actor: number } | null;
  cut: boolean;
  /** Of each article, the passages of the first state that a panel saw; what is not among them is fresh. */
  known: WeakMap<Reading, ReadonlySet<string>>;
  /** The last pass failed: what is known may be less than there is. */
  broken: boolean;
  ms: PageState["ms"];
}

export function stateOf(now: Now, marks: readonly Mark[], partly: readonly number[]): PageState {
  const { verdict, current, analysis, only } = now;
  const known = current && now.known.get(current);
  return {
    type: "state",
    status: statusOf(now),
    reason: verdict ? verdict.reason + (now.asked ? " (asked for)" : "") : "",
    language: languageOf(verdict),
    url: location.href,
    title: dom.title(document),
    label: verdict?.label ?? null,
    paywalled: now.cut,
    fresh: known && current ? keysOf(current, analysis).filter((key) => !known.has(key)).length : 0,
    blocks: current && analysis ? [...current.analysed] : [...(current?.blocks ?? [])],
    analysis,
    located: marks.filter((mark) => mark.reading === current).map((mark) => mark.attribution),
    onlyActor: only && only.reading === current ? only.actor : null,
    partly: [...partly],
    ms: { ...now.ms },
  };
}

export function statusOf({ running, verdict, asked, looked, current, broken }: Now): PageStatus {
  if (!running) return "off";
  if (broken && !current?.analysis) return "failed";
  if (!verdict) return "reading";
  if (!verdict.go && !asked) return verdict.english === false ? "not_english" : "not_article";
  if (!current) return looked ? "nothing_found" : "reading";
  const { analysis, asking, error } = current;
  if (!analysis) return asking || error === null ? "reading" : "failed";
  if (analysis.declined) return "not_english";
  return analysis.attributions.length > 0 ? "marked" : "nothing_found";
}

function languageOf(verdict: Verdict | null): string | null {
  if (!verdict || verdict.english === null) return null;
  return verdict.english ? "en" : dom.getAttribute(dom.documentElement(document), "lang") || "other";
}

/** The keys of all passages of an article, by which they are known again. */
export function keysOf(reading: Reading, analysis: Analysis | null): string[] {
  return analysis?.attributions.map((attribution) => passageKey(attribution, reading.analysed, "")) ?? [];
}

/** The answer to a question that never reached the engine. */
export function failed({ generation }: AnalyzeRequest, error: unknown): AnalyzeReply {
  return { type: "failed", generation, error: String(error) };
}
