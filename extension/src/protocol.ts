// What content script, background and panel say to each other, as types. Leaves out the checks of what arrives
// (checks.ts), and who sends what when; that is each room's own.

import type { Analysis, Block } from "./analysis";
import type { Account, Choices, Comparison } from "./comparison";
import type { Correction, InClear } from "./corrections/changes";

/** Content script → background, by runtime.sendMessage. */
export interface AnalyzeRequest {
  type: "analyze";
  /** Grows with every change of the article; a reply for an older one is dropped. */
  generation: number;
  /** The generations that the page waits for, this one among them: its other questions need no answer any more. */
  awaited: number[];
  blocks: Block[];
}

/** The background's answer. `error` names the case in English; the panel shows its own words. */
export type AnalyzeReply =
  | { type: "analysis"; generation: number; analysis: Analysis; ms: number }
  | { type: "failed"; generation: number; error: string };

/** Why nothing is marked, or that it is. */
export type PageStatus =
  | "off" // switched off here, or excluded
  | "reading" // asked, no answer yet
  | "marked"
  | "not_article"
  | "not_english"
  | "nothing_found"
  | "failed"; // the engine could not start or answer

/** What a label of the site itself says about the page (schema.org types). */
export type SiteLabel = "opinion" | "satire" | "live_blog" | null;

/** Content script → panel, over the port, whenever it changes. Everything that the panel shows. */
export interface PageState {
  type: "state";
  status: PageStatus;
  /** Machine-readable reason of the gate's decision, for example "json-ld:NewsArticle". */
  reason: string;
  /** The language of the words as the gate found it ("en"), null where it could not tell. */
  language?: string | null;
  url: string;
  title: string;
  label: SiteLabel;
  /** The page shows only the beginning of the article. */
  paywalled: boolean;
  /** Attributions that came after the panel's first state. */
  fresh: number;
  /** The text of every block analysed; pieces of the analysis point into it. */
  blocks: Block[];
  analysis: Analysis | null;
  /** Indices of attributions that could be located on the page and are drawn. */
  located: number[];
  /** The actor whose marks alone stand out, if any. */
  onlyActor: number | null;
  /** Milliseconds of the last pass and the last answer; `longest` is the longest that we held the page's thread. */
  ms: {
    gate: number;
    blocks: number;
    roundTrip: number;
    locate: number;
    paint: number;
    longest: number;
    /** From the gate's yes, or our beginning where there was no gate, to the first marks. */
    first?: number;
  };
}

/** Content script → panel, over the port: the reader points at this mark of the article in view. */
export interface Pointed {
  type: "pointed";
  attribution: number;
}

/** Panel → content script, over the port. Groups and looks go through settings instead. */
export type PanelCommand =
  | { type: "jump"; attribution: number }
  /** Back to where the page was before the first jump. */
  | { type: "back" }
  /** Flashes a mark where it stands, without scrolling. */
  | { type: "point"; attribution: number }
  | { type: "only"; actor: number | null }
  | { type: "mark_anyway" }
  | { type: "retry" }
  | { type: "marks"; on: boolean };

/**
 * Panel → background, by runtime.sendMessage: the reader opened the panel over this tab, so its
 * page may be read now (activeTab). Answered once the content script is there to be connected to.
 */
export interface OpenRequest {
  type: "open";
  tab: number;
}

/** `unreadable`: a page that browsers do not let add-ons read; `excluded`: switched off here. */
export type OpenReply = { type: "opened" } | { type: "unreadable" } | { type: "excluded" };

/** Gate → background: this page is an article, load the rest into it. */
export interface LoadRequest {
  type: "load";
}

/** Content script → background: put this sheet on the sender's page in place of the one before. */
export interface StyleRequest {
  type: "style";
  /** Null takes it away. */
  css: string | null;
  /** The sheet that lies there now, if any: the background remembers nothing. */
  before: string | null;
}

/** Content script → background: what the toolbar button should say of the sender's tab. */
export interface ReportRequest {
  type: "report";
  status: PageStatus;
  /** Attributions found in the article in view. */
  found: number;
  /** Accusations and denials among them. */
  clashes: number;
}

/** Panel → background: keep the article of that tab for comparing. */
export interface KeepRequest {
  type: "keep";
  tab: number;
  /** The reader, told that the window is private, says so. */
  anyway: boolean;
}

/** `private`: not without the reader's word; `full`: there is room for no more; `nothing`: no statement was found. */
export type KeepReply =
  | { type: "kept"; count: number }
  | { type: "private" }
  | { type: "full" }
  | { type: "nothing" }
  | { type: "failed" };

/** Compare page → background. */
export interface CompareRequest {
  type: "compare";
  accounts: Account[];
  choices: Choices;
}
export type CompareReply = { type: "comparison"; comparison: Comparison } | { type: "failed"; error: string };

/** Everything that the background is asked. */
export type Request =
  | AnalyzeRequest
  | KeepRequest
  | CompareRequest
  | OpenRequest
  | LoadRequest
  | StyleRequest
  | ReportRequest
  | CorrectionsRequest;

/** The port that the panel opens to the content script of the tab in view. */
export const PANEL_PORT = "panel";

/**
 * Content script → background, by runtime.sendMessage: the corrections kept for the sender's page. One press of Save
 * is one message. The background takes the address from the browser, hashes it and refuses in private windows
 * (`handleCorrections` in corrections/store.ts answers).
 */
export type CorrectionsRequest =
  | { type: "corrections" }
  | { type: "correct"; correction: Correction; clear: InClear | null }
  | { type: "uncorrect"; id: string };
export interface CorrectionsReply {
  type: "corrections";
  /** All of the page, in the order in which they were made. */
  corrections: Correction[];
  /** With which the passages of this page are hashed. */
  salt: string;
  /** False in private windows: nothing is kept there, and the card does not offer it. */
  kept: boolean;
}

/** Background → content script, by tabs.sendMessage: the commands of the keyboard and menus. */
export type PageCommand =
  | { type: "toggle_marks" }
  | { type: "next" }
  | { type: "previous" }
  | { type: "who_says_selection" };
