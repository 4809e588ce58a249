// The card over the sample, on a page with a strict policy, its own layers and hostile styles.
// `?show=0,3` opens it on these attributions, `?keyboard` as the keyboard would, `?full` where nothing
// can be kept. The closed root is kept in `window.shadow`, what it calls back in `window.calls`.

import "../../harness/shadow";
import { createCard } from "../../../extension/src/card/card";
import type { Passage } from "../../../extension/src/card/contract";
import { analysis, pageState } from "../fixture";
import { speakAs } from "./words";

const search = new URLSearchParams(location.search);
speakAs(search.get("lang") ?? "en");

const hostile = new CSSStyleSheet();
hostile.replaceSync(`
  html { font-size: 40px; }
  main { max-width: 640px; margin: 16px; font: 18px/1.6 serif; }
  * { color: red; letter-spacing: 4px; }
  ascribe-card, [popover], html > :not(head, body) { display: none; opacity: 0; transform: scale(3); font-size: 90px; }
  .layer { position: fixed; inset: auto 0 0 0; height: 40px; z-index: 2147483647; background: black; }
`);
document.adoptedStyleSheets = [hostile];

const calls: unknown[] = [];
const card = createCard({
  jump: (attribution) => calls.push(["jump", attribution]),
  only: (actor) => calls.push(["only", actor]),
  async correct(correction, clear) {
    calls.push(["correct", correction, clear]);
    return !search.has("full");
  },
  undo: (id) => calls.push(["undo", id]),
  closed: (byReader) => byReader && calls.push(["dismissed"]),
});

const state = pageState();
const main = document.querySelector("main") as HTMLElement;
main.append(
  ...state.blocks.map(({ text }) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph;
  }),
);
const field = document.createElement("button");
field.textContent = "Subscribe";
const layer = document.createElement("div");
layer.className = "layer";
main.prepend(field);
main.append(layer);

function passage(attributions: number[], more: Partial<Passage> = {}): Passage {
  const piece = analysis.attributions[attributions[0] ?? 0]?.content[0];
  const text = main.querySelectorAll("p")[piece?.block ?? 0]?.firstChild;
  const anchor = document.createRange();
  if (piece && text) {
    anchor.setStart(text, piece.start);
    anchor.setEnd(text, piece.end);
  }
  return {
    attributions,
    anchor,
    analysis,
    blocks: state.blocks,
    onlyActor: null,
    paywalled: false,
    categories: [],
    correctable: true,
    salt: "salt",
    // The words selected in the first text node that holds any.
    selected() {
      const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null;
      const block = [...main.querySelectorAll("p")].findIndex(
        (p) => range && p.contains(range.startContainer),
      );
      if (!range || range.collapsed || block < 0) return [];
      return [{ block, start: range.startOffset, end: range.endOffset }];
    },
    missed: [],
    byKeyboard: search.has("keyboard"),
    ...more,
  };
}

Object.assign(window, { card, calls, passage });
if (search.has("focus")) field.focus();
const shown = search.get("show");
if (shown) card.show(passage(shown.split(",").map(Number), { correctable: !search.has("private") }));
document.body.dataset.ready = "";
