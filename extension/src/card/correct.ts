// "Not right?": the form by which a reader corrects one attribution, or adds one that was not found. Says what
// changed; leaves out keeping and applying it.

import type { Attribution, Kind, Piece } from "../analysis";
import { type Change, type InClear, passageKey, spotsOf } from "../changes";
import { kindName, type Reading, sayingInWords, shorten, wordsOf } from "../describe";
import { t } from "../words";
import { el } from "./el";
import { nameField, selectField } from "./fields";

/** In the order in which a reader meets them; every kind once. */
export const KINDS: readonly Kind[] = [
  "statement",
  "accusation",
  "denial",
  "admission",
  "no_comment",
  "demand",
  "warning",
  "promise",
  "criticism",
  "praise",
  "opinion",
  "question",
];

/** UTF-16 units of title and first words that are kept where the reader lets us, and of a passage in a list. */
const LONGEST = 120;
const LISTED = 70;
/** Passages that a list offers, those nearest in the text. */
const MOST = 60;

/** What is corrected: an attribution of the analysis, or words of which nothing was found. */
export type Corrected = { attribution: number } | { missed: readonly Piece[] };

export interface Form {
  element: HTMLFormElement;
  /** The reader selected these words of the article: they are the passage's now. */
  select(words: readonly Piece[]): void;
}

/**
 * The form for a page with that title and salt. `done` gets the changes, none when the reader gave up, and what may be
 * kept in clear beside them.
 */
export function correctionForm(
  document: Document,
  reading: Reading,
  what: Corrected,
  page: { title: string; salt: string },
  done: (changes: Change[], clear: InClear | null) => void,
): Form {
  const { analysis, blocks } = reading;
  const index = "attribution" in what ? what.attribution : null;
  const a = index === null ? null : analysis.attributions[index];
  if (index !== null && !a) throw new RangeError(`no attribution ${index}`);
  const key = (i: number) => passageKey(analysis.attributions[i] as Attribution, blocks, page.salt);
  let words: readonly Piece[] | null = "missed" in what ? what.missed : null;

  const people = analysis.actors.flatMap(({ names, name }) => (names.length > 0 ? [name] : []));
  const nameOf = (actor: number | null | undefined) =>
    typeof actor === "number" ? (analysis.actors[actor]?.name ?? null) : null;
  const kind = selectField(
    document,
    t("correctKind"),
    "kind",
    KINDS.map((k) => [k, kindName(k)]),
    a?.kind ?? "statement",
  );
  const speaker = nameField(
    document,
    t("correctSpeaker"),
    "speaker",
    people,
    nameOf(a?.actor),
    t("unclearWho"),
  );
  const aim = nameOf(a?.target?.actor);
  const target = nameField(document, t("correctTarget"), "target", people, aim, t("correctNobodyNamed"));
  const own = nameOf(a?.actor);
  const same = selectField(
    document,
    t("correctSame"),
    "same",
    [
      ["", t("correctNobody")],
      ...people.filter((name) => name !== own).map((name): [string, string] => [name, name]),
    ],
    "",
  );

  /** Others near this one, as a list to choose from; those that are chosen already among them. */
  const others = (wanted: (other: Attribution) => boolean, chosen: readonly number[]): [string, string][] =>
    [...analysis.attributions.keys()]
      .filter((i) => i !== index && (chosen.includes(i) || wanted(analysis.attributions[i] as Attribution)))
      .sort((i, j) => Math.abs(i - (index ?? 0)) - Math.abs(j - (index ?? 0)))
      .slice(0, MOST)
      .sort((i, j) => i - j)
      .map((i) => [
        String(i),
        shorten(sayingInWords(reading, analysis.attributions[i] as Attribution), LISTED),
      ]);
  const claims = others(
    (other) => other.kind === "accusation",
    a?.replies_to === null ? [] : [a?.replies_to ?? -1],
  );
  const answers = selectField(
    document,
    t("correctAnswers"),
    "answers",
    [["", t("correctNoAnswer")], ...claims],
    String(a?.replies_to ?? ""),
  );
  const replies = (a?.replies ?? []).map((i) => {
    const box = el(document, "input", { type: "checkbox", name: "reply", checked: true });
    const said = shorten(sayingInWords(reading, analysis.attributions[i] as Attribution), LISTED);
    return { i, box, row: el(document, "label", { class: "box" }, box, said) };
  });
  const more = selectField(
    document,
    t("correctAddReply"),
    "add",
    [
      ["", "–"],
      ...others(
        (other) => other.actor !== a?.actor && !a?.replies.includes(analysis.attributions.indexOf(other)),
        [],
      ),
    ],
    "",
  );
  const shown = el(document, "p", { class: "note", role: "status" });
  const show = () => {
    shown.textContent = words
      ? t("correctWordsNew", shorten(wordsOf(words, blocks), LISTED))
      : t("correctWordsHint");
  };
  show();
  const inClear = el(document, "input", { type: "checkbox", name: "clear" });

  function give(changes: Change[]): void {
    const first = words ?? (a?.content.length ? a.content : a?.cue) ?? [];
    const clear = { title: shorten(page.title, LONGEST), words: shorten(wordsOf(first, blocks), LONGEST) };
    done(changes, inClear.checked ? clear : null);
  }

  /** What differs from the analysis, in the order in which it has to be applied. */
  function changes(): Change[] {
    if (!a || index === null) {
      const spots = spotsOf(words ?? [], blocks, page.salt);
      return [{ type: "missed", words: spots, kind: kind.field.value as Kind, actor: speaker.value() }];
    }
    const passage = key(index);
    const list: Change[] = [];
    if (kind.field.value !== a.kind) list.push({ type: "kind", passage, kind: kind.field.value as Kind });
    if (speaker.value() !== own) list.push({ type: "speaker", passage, actor: speaker.value() });
    if (target.value() !== aim) list.push({ type: "target", passage, actor: target.value() });
    const to = answers.field.value;
    if (to !== String(a.replies_to ?? ""))
      list.push({ type: "reply", passage, to: to === "" ? null : key(Number(to)) });
    for (const { i, box } of replies)
      if (!box.checked) list.push({ type: "reply", passage: key(i), to: null });
    const added = more.field.value;
    if (added !== "") list.push({ type: "reply", passage: key(Number(added)), to: passage });
    if (own !== null && same.field.value !== "")
      list.push({ type: "same", actor: own, as: same.field.value });
    if (words) list.push({ type: "words", passage, words: spotsOf(words, blocks, page.salt) });
    return list;
  }

  const isCharge = a?.kind === "accusation";
  const element = el(
    document,
    "form",
    {
      "aria-label": t(a ? "notRight" : "addMissed"),
      onsubmit: (event) => {
        event.preventDefault();
        give(changes());
      },
    },
    el(
      document,
      "div",
      { class: "middle fields" },
      kind.row,
      speaker.row,
      a && target.row,
      a && claims.length > 0 && !isCharge && answers.row,
      isCharge &&
        replies.length > 0 &&
        el(
          document,
          "fieldset",
          {},
          el(document, "legend", {}, t("correctReplies")),
          ...replies.map(({ row }) => row),
        ),
      isCharge && more.row,
      own !== null && people.length > 1 && same.row,
      shown,
      el(document, "label", { class: "box" }, inClear, t("correctClear")),
      el(document, "p", { class: "note" }, t("correctFoot")),
    ),
    el(
      document,
      "div",
      { class: "actions" },
      el(document, "button", { type: "submit", "data-do": "save" }, t("save")),
      a &&
        index !== null &&
        el(
          document,
          "button",
          {
            type: "button",
            "data-do": "remove",
            onclick: () => give([{ type: "not_a_statement", passage: key(index) }]),
          },
          t("correctNotStatement"),
        ),
      el(
        document,
        "button",
        { type: "button", "data-do": "cancel", onclick: () => done([], null) },
        t("cancel"),
      ),
    ),
  );
  return {
    element,
    select(now) {
      words = now;
      show();
    },
  };
}
