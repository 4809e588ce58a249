// What arrives over a message or a port is checked here before anyone believes its type: another version of us may
// be at the other end, and a browser's messages are any JSON. Leaves out what the messages mean (protocol.ts).

import type { Analysis, Attribution, Block, Piece, Role } from "./analysis";
import type { Account, At, Choices, Comparison } from "./comparison";
import { isCorrection, isInClear, isKey } from "./corrections/changes";
import { isKind } from "./kinds";
import type {
  AnalyzeReply,
  CorrectionsReply,
  KeepReply,
  OpenReply,
  PageCommand,
  PageState,
  PageStatus,
  PanelCommand,
  Pointed,
  Request,
  SiteLabel,
} from "./protocol";

type Record_ = Record<string, unknown>;

const ROLES: readonly Role[] = [
  "headline",
  "standfirst",
  "summary",
  "body",
  "heading",
  "quote",
  "item",
  "caption",
  "live",
  "pull_quote",
  "teaser",
  "promotion",
  "embed",
];
const STATUSES: readonly PageStatus[] = [
  "off",
  "reading",
  "marked",
  "not_article",
  "not_english",
  "nothing_found",
  "failed",
];
const LABELS: readonly SiteLabel[] = ["opinion", "satire", "live_blog", null];
const OPEN_REPLIES: readonly OpenReply["type"][] = ["opened", "unreadable", "excluded"];
const KEEP_REPLIES: readonly KeepReply["type"][] = ["kept", "private", "full", "nothing", "failed"];
const PAGE_COMMANDS: readonly PageCommand["type"][] = [
  "toggle_marks",
  "next",
  "previous",
  "who_says_selection",
];

/** A request to the background; null when it is none of ours. */
export function readRequest(value: unknown): Request | null {
  if (!isRecord(value)) return null;
  const { type, tab, anyway, generation, awaited, blocks, accounts, choices } = value;
  const { css, before, status, found, clashes, correction, clear, id } = value;
  const good =
    type === "load" ||
    (type === "open" && isIndex(tab)) ||
    (type === "analyze" && isIndex(generation) && isListOf(awaited, isIndex) && isListOf(blocks, isBlock)) ||
    (type === "keep" && isIndex(tab) && typeof anyway === "boolean") ||
    (type === "compare" && isListOf(accounts, isAccount) && isChoices(choices)) ||
    (type === "style" && isText(css) && isText(before)) ||
    (type === "report" && STATUSES.includes(status as PageStatus) && [found, clashes].every(isIndex)) ||
    type === "corrections" ||
    (type === "correct" && isCorrection(correction) && (clear === null || isInClear(clear))) ||
    (type === "uncorrect" && isKey(id));
  return good ? (value as unknown as Request) : null;
}

/** A command of the panel; null when it is none. */
export function readPanelCommand(value: unknown): PanelCommand | null {
  if (!isRecord(value)) return null;
  const { type, attribution, actor, on } = value;
  const good =
    type === "mark_anyway" ||
    type === "retry" ||
    type === "back" ||
    ((type === "jump" || type === "point") && isIndex(attribution)) ||
    (type === "only" && (actor === null || isIndex(actor))) ||
    (type === "marks" && typeof on === "boolean");
  return good ? (value as unknown as PanelCommand) : null;
}

/** A command of the keyboard or a menu; null when it is none. */
export function readPageCommand(value: unknown): PageCommand | null {
  return isRecord(value) && PAGE_COMMANDS.includes(value["type"] as PageCommand["type"])
    ? (value as unknown as PageCommand)
    : null;
}

/** What the background says of a tab that is to be opened; null when it is none of its answers. */
export function readOpenReply(value: unknown): OpenReply | null {
  return isRecord(value) && OPEN_REPLIES.includes(value["type"] as OpenReply["type"])
    ? (value as unknown as OpenReply)
    : null;
}

/** What became of keeping an article; null when it is no such answer. */
export function readKeepReply(value: unknown): KeepReply | null {
  if (!isRecord(value)) return null;
  const { type, count } = value;
  const good = KEEP_REPLIES.includes(type as KeepReply["type"]) && (type !== "kept" || isIndex(count));
  return good ? (value as unknown as KeepReply) : null;
}

/** The corrections kept for a page; null when it is no such answer. */
export function readCorrectionsReply(value: unknown): CorrectionsReply | null {
  if (!isRecord(value)) return null;
  const { type, corrections, salt, kept } = value;
  const good =
    type === "corrections" &&
    isListOf(corrections, isCorrection) &&
    typeof salt === "string" &&
    typeof kept === "boolean";
  return good ? (value as unknown as CorrectionsReply) : null;
}

/** What the reader points at on the page; null when it is no such message. */
export function readPointed(value: unknown): Pointed | null {
  return isRecord(value) && value["type"] === "pointed" && isIndex(value["attribution"])
    ? (value as unknown as Pointed)
    : null;
}

/** What a page says of itself; null where it is no state, or one whose pieces do not lie in its blocks. */
export function readPageState(value: unknown): PageState | null {
  if (!isRecord(value)) return null;
  const { type, status, reason, language, url, title, label, paywalled, fresh } = value;
  const { blocks, analysis, located, onlyActor, ms } = value;
  if (!isListOf(blocks, isBlock) || (analysis !== null && !isAnalysis(analysis, blocks as Block[])))
    return null;
  const { attributions, actors } = analysis ?? { attributions: [], actors: [] };
  const good =
    type === "state" &&
    STATUSES.includes(status as PageStatus) &&
    [reason, url, title].every((each) => typeof each === "string") &&
    (language === undefined || isText(language)) &&
    LABELS.includes(label as SiteLabel) &&
    typeof paywalled === "boolean" &&
    isIndex(fresh) &&
    isListOf(located, (index) => isIndex(index) && index < attributions.length) &&
    (onlyActor === null || (isIndex(onlyActor) && onlyActor < actors.length)) &&
    isRecord(ms) &&
    Object.values(ms).every((each) => typeof each === "number");
  return good ? (value as unknown as PageState) : null;
}

/** An answer about these blocks. One whose pieces do not lie in them, or whose indices lead nowhere, is a failure. */
export function readAnalyzeReply(value: unknown, generation: number, blocks: readonly Block[]): AnalyzeReply {
  const failed = (error: string): AnalyzeReply => ({ type: "failed", generation, error });
  if (!isRecord(value) || !isIndex(value["generation"])) return failed("the answer is none");
  if (value["type"] === "failed")
    return { type: "failed", generation: value["generation"], error: String(value["error"]) };
  const { analysis } = value;
  if (value["type"] !== "analysis" || !isAnalysis(analysis, blocks))
    return failed("the answer does not fit the question");
  return { type: "analysis", generation: value["generation"], analysis, ms: Number(value["ms"]) || 0 };
}

/** The comparison of these accounts; null for a failure, and for an answer whose indices lead nowhere. */
export function readCompareReply(value: unknown, accounts: readonly Account[]): Comparison | null {
  if (!isRecord(value) || value["type"] !== "comparison" || !isRecord(value["comparison"])) return null;
  const { voices, perhaps, same, charges } = value["comparison"];
  const isVoice = (index: unknown) =>
    index === null || (isIndex(index) && index < (Array.isArray(voices) ? voices.length : 0));
  const isOf = (list: "actors" | "attributions") => (at: unknown) => {
    if (!isAt(at)) return false;
    return at.index < (accounts[at.account]?.analysis[list].length ?? 0);
  };
  const isSide = (side: unknown) =>
    isRecord(side) &&
    [side["accusations"], side["replies"], side["denials"]].every((list) =>
      isListOf(list, (index) => isOf("attributions")({ account: side["account"], index })),
    );
  const good =
    isListOf(
      voices,
      (v) => isRecord(v) && typeof v["name"] === "string" && isListOf(v["actors"], isOf("actors")),
    ) &&
    isListOf(perhaps, (p) => isRecord(p) && isListOf(p["voices"], isVoice)) &&
    isListOf(
      same,
      (s) => isRecord(s) && isVoice(s["voice"]) && isListOf(s["statements"], isOf("attributions")),
    ) &&
    isListOf(
      charges,
      (c) => isRecord(c) && [c["accuser"], c["accused"]].every(isVoice) && isListOf(c["sides"], isSide),
    );
  return good ? (value["comparison"] as unknown as Comparison) : null;
}

/** An article as it is compared: its analysis, and the blocks that its pieces lie in. */
export function isAccount(value: unknown): value is Account {
  if (!isRecord(value) || !isListOf(value["blocks"], isBlock)) return false;
  return isAnalysis(value["analysis"], value["blocks"] as Block[]);
}

function isChoices(value: unknown): value is Choices {
  const isPair = (pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(isAt);
  return isRecord(value) && isListOf(value["joined"], isPair) && isListOf(value["parted"], isPair);
}

function isAt(value: unknown): value is At {
  return isRecord(value) && isIndex(value["account"]) && isIndex(value["index"]);
}

function isAnalysis(value: unknown, blocks: readonly Block[]): value is Analysis {
  if (!isRecord(value) || !Array.isArray(value["attributions"]) || !Array.isArray(value["actors"]))
    return false;
  const { attributions, actors } = value as { attributions: unknown[]; actors: unknown[] };
  const isActor = (index: unknown) => index === null || (isIndex(index) && index < actors.length);
  const isAttribution = (index: unknown) => index === null || (isIndex(index) && index < attributions.length);
  const isPiece = (piece: unknown) => {
    if (!isRecord(piece)) return false;
    const { block, start, end } = piece as unknown as Piece;
    const text = isIndex(block) ? blocks[block]?.text : undefined;
    return text !== undefined && isIndex(start) && isIndex(end) && start <= end && end <= text.length;
  };
  return (
    attributions.every((each) => {
      if (!isRecord(each)) return false;
      const { kind, source, cue, content, because, actor, through, parent, replies_to, replies, target } =
        each as unknown as Attribution;
      return (
        isKind(kind) &&
        [source, cue, content, because].every((pieces) => isListOf(pieces, isPiece)) &&
        [actor, through].every(isActor) &&
        [parent, replies_to].every(isAttribution) &&
        isListOf(replies, isAttribution) &&
        (target === null || (isRecord(target) && isActor(target.actor) && isListOf(target.span, isPiece)))
      );
    }) &&
    actors.every(
      (actor) => isRecord(actor) && typeof actor["name"] === "string" && isListOf(actor["members"], isActor),
    )
  );
}

function isBlock(value: unknown): boolean {
  return isRecord(value) && typeof value["text"] === "string" && ROLES.includes(value["role"] as Role);
}

function isListOf(value: unknown, is: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isRecord(value: unknown): value is Record_ {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
