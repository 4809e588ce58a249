// The card's inside, from data: one section for each attribution, the outermost first. The same
// component stands on extension pages (welcome), where tests can reach it.
// Leaves out the host, the place on the page and the keys (card.ts).

import type { Attribution, Piece } from "../analysis";
import {
  certainty,
  cueOf,
  isNameless,
  kindInWords,
  kindName,
  quoted,
  type Reading,
  shorten,
  speakerName,
  wordsOf,
} from "../describe";
import * as dom from "../dom";
import { groupOf } from "../kinds";
import { ownNames } from "../own";
import type { Category } from "../settings";
import { t } from "../words";
import { el } from "./el";

/** Longest words shown of a passage; the whole is on the page, right beside. */
const LONGEST = 220;

export interface ViewCallbacks {
  jump(attribution: number): void;
  only(actor: number | null): void;
  copy(attributions: readonly number[]): void;
  /** Copies an address that leads to the passage. */
  link(attribution: number): void;
  correct(attribution: number): void;
  /** Opens the form for the words that the reader asked about. */
  add(): void;
  close(): void;
}

export interface ViewOptions {
  attributions: readonly number[];
  onlyActor: number | null;
  paywalled: boolean;
  categories: readonly Category[];
  correctable: boolean;
  missed: readonly Piece[];
}

/**
 * Everything inside the card: its head, a middle that scrolls where there is no room, its foot. `id` of its heading is
 * "ascribe-heading", for its name.
 */
export function cardView(
  document: Document,
  reading: Reading,
  options: ViewOptions,
  on: ViewCallbacks,
): DocumentFragment {
  const fragment = dom.createDocumentFragment(document);
  const all = reading.analysis.attributions;
  const shown = options.attributions.filter((i) => all[i]);
  const first = shown[0];
  if (first === undefined) return fragment;
  const outermost = all[first] as Attribution;
  const sections = shown.map((i) => section(document, reading, all[i] as Attribution, i, shown, options, on));
  const actor = outermost.actor;
  const isOnly = actor !== null && options.onlyActor === actor;
  const button = (label: string, press: () => void, more: Record<string, string> = {}) =>
    el(document, "button", { type: "button", onclick: press, ...more }, label);
  fragment.append(
    el(
      document,
      "div",
      { class: `head ${groupOf(outermost.kind)}` },
      el(document, "h2", { id: "ascribe-heading" }, kindInWords(reading, outermost)),
    ),
    el(document, "div", { class: "middle" }, ...sections),
    el(
      document,
      "div",
      { class: "actions" },
      button(t("copy"), () => on.copy(shown), { "data-do": "copy" }),
      button(t("link"), () => on.link(shown[shown.length - 1] ?? first), {
        "data-do": "link",
        title: t("copyLink"),
        "aria-label": t("copyLink"),
      }),
      actor !== null &&
        button(t("onlyThisSpeaker"), () => on.only(isOnly ? null : actor), {
          "aria-pressed": String(isOnly),
          "data-do": "only",
        }),
      options.correctable &&
        shown.length === 1 &&
        button(t("notRight"), () => on.correct(first), { "data-do": "correct" }),
      options.missed.length > 0 && button(t("addMissed"), on.add, { "data-do": "add" }),
      button(t("close"), () => on.close(), {
        class: "close",
        "data-do": "close",
        "aria-keyshortcuts": "Escape",
      }),
    ),
    el(document, "p", { class: "foot" }, t("cardFoot")),
  );
  return fragment;
}

/** The card's inside where there is only a line to say, and perhaps one thing to do about it. */
export function noteView(
  document: Document,
  words: string,
  close: () => void,
  action: { name: string; label: string; press(): void } | null,
): DocumentFragment {
  const fragment = dom.createDocumentFragment(document);
  const button = (label: string, press: () => void, more: Record<string, string>) =>
    el(document, "button", { type: "button", onclick: press, ...more }, label);
  fragment.append(
    el(document, "p", { id: "ascribe-heading", class: "line" }, words),
    el(
      document,
      "div",
      { class: "actions" },
      action && button(action.label, action.press, { "data-do": action.name }),
      button(t("close"), close, { class: "close", "data-do": "close", "aria-keyshortcuts": "Escape" }),
    ),
  );
  return fragment;
}

function section(
  document: Document,
  reading: Reading,
  a: Attribution,
  index: number,
  shown: readonly number[],
  options: ViewOptions,
  on: ViewCallbacks,
): HTMLElement {
  const { analysis, blocks } = reading;
  const heading = kindInWords(reading, a);
  const rows: Node[] = [];
  const row = (label: string, ...value: (Node | string | null)[]) => {
    rows.push(el(document, "dt", {}, label), el(document, "dd", {}, ...value));
  };
  const note = (words: string) => el(document, "span", { class: "note" }, words);

  const speaker = speakerName(reading, a);
  const how = certainty(reading, a);
  row(
    t("whoSaysSo"),
    el(document, "span", { class: "who" }, speaker),
    how && how !== speaker ? note(` ${how}`) : null,
  );
  const through = a.through === null ? undefined : analysis.actors[a.through];
  if (through) row(t("through"), through.name, isNameless(through) ? note(` ${t("notNamed")}`) : null);
  const content = wordsOf(a.content, blocks);
  if (content) row(t("says"), shorten(content, LONGEST));
  const cue = cueOf(a, blocks);
  if (cue) row(t("wordsUsed"), t("quoted", cue), note(` ${t("reportersWords")}`));
  for (const reply of a.replies) {
    const answer = analysis.attributions[reply];
    if (answer) row(t("replyHere"), ...jumpTo(document, reading, answer, reply, on));
  }
  if (a.replies.length === 0 && a.reply_state === "none_found" && !options.paywalled) {
    row(t("replyHere"), note(t("noReplyFound")));
  }
  const accusation = a.replies_to === null ? undefined : analysis.attributions[a.replies_to];
  if (accusation && a.replies_to !== null) {
    row(t("answers"), ...jumpTo(document, reading, accusation, a.replies_to, on));
  }
  const own = ownNames(a, options.categories);
  if (own) row(t("alsoIn"), own);
  return el(
    document,
    "section",
    { class: groupOf(a.kind), "data-kind": a.kind },
    // The first one's stands in the card's head.
    index === shown[0] ? null : el(document, "h2", {}, heading),
    el(document, "dl", {}, ...rows),
    // Of several under the pointer each has its own.
    shown.length > 1 &&
      options.correctable &&
      el(
        document,
        "button",
        {
          type: "button",
          class: "plain",
          "data-do": "correct",
          "aria-label": t("notRightNamed", `${heading}, ${shorten(content || cue, 60)}`),
          onclick: () => on.correct(index),
        },
        t("notRight"),
      ),
  );
}

/** `Moscow "has denied any collaboration" · Jump` */
function jumpTo(
  document: Document,
  reading: Reading,
  a: Attribution,
  index: number,
  on: ViewCallbacks,
): (Node | string)[] {
  const source = wordsOf(a.source, reading.blocks) || speakerName(reading, a);
  const cue = cueOf(a, reading.blocks);
  const content = wordsOf(a.content, reading.blocks);
  const words = shorten(quoted([cue, content].filter(Boolean).join(" ")), 110);
  return [
    `${source} ${words} `,
    el(
      document,
      "button",
      {
        type: "button",
        class: "plain",
        "data-do": "jump",
        "aria-label": t("jumpToNamed", kindName(a.kind), source),
        onclick: () => on.jump(index),
      },
      t("jump"),
    ),
  ];
}
