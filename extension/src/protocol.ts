// What content script, background and panel say to each other: each message is described once, and the description is
// its check and its type. Leaves out indices that must lead somewhere (checks.ts), and who sends what when; that is each
// room's own.

import {
  areFits,
  areSpans,
  hasLists,
  isAccount,
  isBlock,
  isChoices,
  isObject,
  isSpec,
  isWrong,
} from "./analysis-checks";
import { isCorrection, isInClear, isKey } from "./changes";
import { MOST_BESIDE } from "./limits";
import {
  either,
  type Is,
  isFlag,
  isIndex,
  isNumber,
  isText,
  listOf,
  type Of,
  only,
  orNull,
  record,
  recordWith,
} from "./schema";

const isTextOrNull = /* @__PURE__ */ orNull(isText);

/** Content script → background, by runtime.sendMessage. */
const isAnalyzeRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("analyze"),
  /** Grows with every change of the article; a reply for an older one is dropped. */
  generation: isIndex,
  /** The generations that the page waits for, this one among them: its other questions need no answer any more. */
  awaited: /* @__PURE__ */ listOf(isIndex),
  blocks: /* @__PURE__ */ listOf(isBlock),
});
export type AnalyzeRequest = Of<typeof isAnalyzeRequest>;

/** The background's answer. `error` names the case in English; the panel shows its own words. */
export const isAnalyzeReply = /* @__PURE__ */ either(
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("analysis"),
    generation: isIndex,
    analysis: hasLists,
    ms: isNumber,
  }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("failed"), generation: isIndex, error: isText }),
);
export type AnalyzeReply = Of<typeof isAnalyzeReply>;

/** Background → panels, by runtime.sendMessage: how much of the article of that tab is read, while it takes long. */
export const isShare = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("share"),
  tab: isIndex,
  /** 0 to 1. */
  share: isNumber,
});
export type Share = Of<typeof isShare>;

/** Why nothing is marked, or that it is. */
const isPageStatus = /* @__PURE__ */ only(
  "off", // switched off here, or excluded
  "reading", // asked, no answer yet
  "marked",
  "not_article",
  "not_english",
  "nothing_found",
  "failed", // the engine could not start or answer
);
export type PageStatus = Of<typeof isPageStatus>;

/** What a label of the site itself says about the page (schema.org types). */
const isSiteLabel = /* @__PURE__ */ only("opinion", "satire", "live_blog", null);
export type SiteLabel = Of<typeof isSiteLabel>;

/** Content script → panel, over the port, whenever it changes. Everything that the panel shows. */
export const isPageState = /* @__PURE__ */ recordWith(
  {
    type: /* @__PURE__ */ only("state"),
    status: isPageStatus,
    /** Machine-readable reason of the gate's decision, for example "json-ld:NewsArticle". */
    reason: isText,
    url: isText,
    title: isText,
    label: isSiteLabel,
    /** The page shows only the beginning of the article. */
    paywalled: isFlag,
    /** Attributions that came after the panel's first state. */
    fresh: isIndex,
    /** The text of every block analysed; pieces of the analysis point into it. */
    blocks: /* @__PURE__ */ listOf(isBlock),
    analysis: /* @__PURE__ */ orNull(hasLists),
    /** Indices of attributions that could be located on the page and are drawn. */
    located: /* @__PURE__ */ listOf(isIndex),
    /** The actor whose marks alone stand out, if any. */
    onlyActor: /* @__PURE__ */ orNull(isIndex),
    /** Milliseconds of the last pass and the last answer; `longest` is the longest that we held the page's thread. */
    ms: /* @__PURE__ */ recordWith(
      {
        gate: isNumber,
        blocks: isNumber,
        roundTrip: isNumber,
        locate: isNumber,
        paint: isNumber,
        longest: isNumber,
      },
      {
        /** From the gate's yes, or our beginning where there was no gate, to the first marks. */
        first: isNumber,
      },
    ),
  },
  {
    /** The reader's own categories that took so long that not every statement was looked at. */
    partly: /* @__PURE__ */ listOf(isIndex),
    /** The language of the words as the gate found it ("en"), null where it could not tell. */
    language: isTextOrNull,
  },
);
export type PageState = Of<typeof isPageState>;

/** Content script → panel, over the port: the reader points at this mark of the article in view; null: at none. */
export const isPointed = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("pointed"),
  attribution: /* @__PURE__ */ orNull(isIndex),
});
export type Pointed = Of<typeof isPointed>;

/** Panel → content script, over the port. Groups and looks go through settings instead. */
export const isPanelCommand = /* @__PURE__ */ either(
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("jump"), attribution: isIndex }),
  /** Back to where the page was before the first jump. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("back") }),
  /** Flashes a mark where it stands, without scrolling. */
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("point"), attribution: isIndex }),
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("only"),
    actor: /* @__PURE__ */ orNull(isIndex),
  }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("mark_anyway") }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("retry") }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("marks"), on: isFlag }),
);
export type PanelCommand = Of<typeof isPanelCommand>;

/**
 * Panel → background, by runtime.sendMessage: the reader opened the panel over this tab, so its
 * page may be read now (activeTab). Answered once the content script is there to be connected to.
 */
const isOpenRequest = /* @__PURE__ */ record({ type: /* @__PURE__ */ only("open"), tab: isIndex });
export type OpenRequest = Of<typeof isOpenRequest>;

/** `unreadable`: a page that browsers do not let add-ons read; `excluded`: switched off here. */
export const isOpenReply = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("opened", "unreadable", "excluded"),
});
export type OpenReply = Of<typeof isOpenReply>;

/** Gate → background: this page is an article, load the rest into it. */
const isLoadRequest = /* @__PURE__ */ record({ type: /* @__PURE__ */ only("load") });
export type LoadRequest = Of<typeof isLoadRequest>;

/** Content script → background: put this sheet on the sender's page in place of the one before. */
const isStyleRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("style"),
  /** Null takes it away. */
  css: isTextOrNull,
  /** The sheet that lies there now, if any: the background remembers nothing. */
  before: isTextOrNull,
});
export type StyleRequest = Of<typeof isStyleRequest>;

/** Content script → background: what the toolbar button should say of the sender's tab. */
const isReportRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("report"),
  status: isPageStatus,
  /** Attributions found in the article in view. */
  found: isIndex,
  /** Accusations and denials among them. */
  clashes: isIndex,
});
export type ReportRequest = Of<typeof isReportRequest>;

/** Panel → background: keep the article of that tab for comparing. */
const isKeepRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("keep"),
  tab: isIndex,
  /** The reader, told that the window is private, says so. */
  anyway: isFlag,
});
export type KeepRequest = Of<typeof isKeepRequest>;

/** `private`: not without the reader's word; `full`: there is room for no more; `nothing`: no statement was found. */
export const isKeepReply = /* @__PURE__ */ either(
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("kept"), count: isIndex }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("private", "full", "nothing", "failed") }),
);
export type KeepReply = Of<typeof isKeepReply>;

/** Compare page → background. */
const isCompareRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("compare"),
  accounts: /* @__PURE__ */ listOf(isAccount, 0, MOST_BESIDE),
  choices: isChoices,
});
export type CompareRequest = Of<typeof isCompareRequest>;

export const isCompareReply = /* @__PURE__ */ either(
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("comparison"), comparison: isObject }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("failed"), error: isText }),
);
export type CompareReply = Of<typeof isCompareReply>;

/** Categories of the reader's own, as many as the engine looks for. */
const areSpecs = /* @__PURE__ */ listOf(isSpec, 0, 12);

/** Content script → background: which categories fit the statements of an analysis, corrected or not. */
const hasCategorizeShape = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("categorize"),
  blocks: /* @__PURE__ */ listOf(isBlock),
  analysis: hasLists,
  categories: areSpecs,
});
export type CategorizeRequest = Of<typeof hasCategorizeShape>;
const isCategorizeRequest: Is<CategorizeRequest> = (value): value is CategorizeRequest =>
  hasCategorizeShape(value) && isAccount(value);

export const isCategorizeReply = /* @__PURE__ */ either(
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("categorized"),
    /** Of each attribution the indices of those that it fits. */
    fits: areFits,
    /** Categories that took so long that not every statement was looked at. */
    partly: /* @__PURE__ */ listOf(isIndex),
  }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("failed"), error: isText }),
);
export type CategorizeReply = Of<typeof isCategorizeReply>;

/** Panel → background: where a pattern is found in these texts. */
const isFindRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("find"),
  texts: /* @__PURE__ */ listOf(isText),
  category: isSpec,
});
export type FindRequest = Of<typeof isFindRequest>;

export const isFindReply = /* @__PURE__ */ either(
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("found"),
    /** Start and end in UTF-16 units, of each text. */
    spans: areSpans,
    /** Not every text was looked through. */
    partly: isFlag,
  }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("wrong"), wrong: isWrong }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("failed"), error: isText }),
);
export type FindReply = Of<typeof isFindReply>;

/** Options → background: what is wrong with a category, if anything. */
const isCheckRequest = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("check"),
  category: isSpec,
});
export type CheckRequest = Of<typeof isCheckRequest>;

export const isCheckReply = /* @__PURE__ */ either(
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("checked"),
    wrong: /* @__PURE__ */ orNull(isWrong),
  }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("failed"), error: isText }),
);
export type CheckReply = Of<typeof isCheckReply>;

/** The port that the panel opens to the content script of the tab in view. */
export const PANEL_PORT = "panel";

/**
 * Content script → background, by runtime.sendMessage: the corrections kept for the sender's page. One press of Save
 * is one message. The background takes the address from the browser, hashes it and refuses in private windows
 * (`handleCorrections` in corrections/store.ts answers).
 */
const isCorrectionsRequest = /* @__PURE__ */ either(
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("corrections") }),
  /* @__PURE__ */ record({
    type: /* @__PURE__ */ only("correct"),
    correction: isCorrection,
    clear: /* @__PURE__ */ orNull(isInClear),
  }),
  /* @__PURE__ */ record({ type: /* @__PURE__ */ only("uncorrect"), id: isKey }),
);
export type CorrectionsRequest = Of<typeof isCorrectionsRequest>;

export const isCorrectionsReply = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("corrections"),
  /** All of the page, in the order in which they were made. */
  corrections: /* @__PURE__ */ listOf(isCorrection),
  /** With which the passages of this page are hashed. */
  salt: isText,
  /** False in private windows: nothing is kept there, and the card does not offer it. */
  kept: isFlag,
});
export type CorrectionsReply = Of<typeof isCorrectionsReply>;

/** Everything that the background is asked. */
export const isRequest = /* @__PURE__ */ either(
  isAnalyzeRequest,
  isKeepRequest,
  isCompareRequest,
  isCategorizeRequest,
  isFindRequest,
  isCheckRequest,
  isOpenRequest,
  isLoadRequest,
  isStyleRequest,
  isReportRequest,
  isCorrectionsRequest,
);
export type Request = Of<typeof isRequest>;

/** Background → content script, by tabs.sendMessage: the commands of the keyboard and menus. */
export const isPageCommand = /* @__PURE__ */ record({
  type: /* @__PURE__ */ only("toggle_marks", "next", "previous", "who_says_selection"),
});
export type PageCommand = Of<typeof isPageCommand>;
