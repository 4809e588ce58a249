// A page on which every name that our scripts use is something of the page's: reading, drawing, gestures and the card
// do as on any other, and leave it as it was. The extension itself on such a page is tests/e2e/clobbered.test.ts.

import * as dom from "../../extension/src/dom";
import { clobberedPage } from "../harness/clobbered";
import { assert, test, until } from "../harness/inpage";
import { marks, STORY, staged } from "./fake-world";

// Taken before any page is there.
const page = document;
const { body, head } = page;

/** The names that a form, a document or a window has by itself: what could be taken away. */
async function namesToTake(): Promise<string[]> {
  const names: string[] = await (await fetch("/names.json")).json();
  const form = page.createElement("form");
  return names.filter((name) => name in form || name in page || name in window);
}

/** What was really taken: where the page's element comes before the browser's own. */
function isTaken(name: string): boolean {
  const form = dom.querySelector(page, "#around") as unknown as Record<string, unknown>;
  return form[name] instanceof HTMLElement || form[name] instanceof RadioNodeList;
}

test("a page that took every name is read, drawn, pointed at and left as any other", async () => {
  const names = await namesToTake();
  assert.includeMembers(names, [
    "nextSibling",
    "parentElement",
    "tagName",
    "getAttribute",
    "shadowRoot",
    "body",
  ]);
  const plain = await staged(STORY);
  await plain.when(({ status, located }) => status === "marked" && located.length === 3);
  const expected = marks();
  plain.conductor.stop();

  const { conductor, when, asked } = await staged(clobberedPage(names, STORY));
  try {
    for (const name of ["nextSibling", "parentElement", "tagName", "getAttribute", "shadowRoot"])
      assert.isTrue(isTaken(name), name);
    assert.notInstanceOf(page.querySelector, Function, "the document's own are taken");

    const state = await when(({ status, located }) => status === "marked" && located.length === 3);
    assert.equal(state.title, "Tolvik accuses a line");
    assert.deepEqual(marks(), expected);
    assert.deepEqual(
      asked[0]?.blocks.map(({ role }) => role),
      ["headline", "body", "body", "body"],
    );
    const before = dom.documentElement(page).outerHTML;

    // By the keyboard: the next mark, with its card, and away again.
    conductor.page({ type: "next" });
    await until(() => host() !== null);
    dom.remove(host() as Element);
    // By the pointer.
    const paragraph = dom.querySelector(page, "#around p") as HTMLElement;
    dom.scrollIntoView(paragraph, { block: "center" });
    pointAt(paragraph);
    await until(() => host() !== null);
    // By a selection.
    getSelection()?.selectAllChildren(paragraph);
    conductor.page({ type: "who_says_selection" });
    getSelection()?.removeAllRanges();
    conductor.panel({ type: "jump", attribution: 1 });
    await until(() => "flash" in marks());
    conductor.panel({ type: "back" });
    // A change of the page is seen.
    const more = dom.createElement(page, "p");
    more.textContent = paragraph.textContent;
    dom.appendChild(dom.parentNode(paragraph) as Node, more);
    await until(() => marks()["accusations"]?.length === 2);
    more.remove();

    conductor.stop();
    assert.isNull(host());
    assert.deepEqual([...CSS.highlights.keys()], []);
    assert.equal(dom.documentElement(page).outerHTML, before);
  } finally {
    conductor.stop();
    head.replaceChildren();
    body.replaceChildren();
  }
});

function host(): Element | null {
  return dom.querySelector(page, "ascribe-card");
}

function pointAt(paragraph: HTMLElement): void {
  const range = new Range();
  range.selectNodeContents(paragraph);
  const { right, bottom } = [...range.getClientRects()].at(-1) as DOMRect;
  paragraph.dispatchEvent(
    new PointerEvent("pointermove", {
      clientX: right - 10,
      clientY: bottom - 5,
      bubbles: true,
      composed: true,
      pointerType: "mouse",
    }),
  );
}

/** The two pages that hung a browser for ever, and those whose reading threw. */
const SMALL: [what: string, html: string][] = [
  [
    "the next sibling of a form is a control in front of it",
    `<div><input name=nextSibling form=f><form id=f>${STORY}</form></div>`,
  ],
  ["the parent of a form is a control in it", `<form><input name=parentElement>${STORY}</form>`],
  ...["tagName", "getAttribute", "hasAttribute", "hasAttributes", "shadowRoot", "firstChild", "nodeType"].map(
    (name): [string, string] => [
      `a form's ${name} is a control`,
      `<form><input name=${name}>${STORY}</form>`,
    ],
  ),
  ["the document's body is a picture", `<img name=body>${STORY}`],
];

for (const [what, html] of SMALL) {
  test(`a page is marked on which ${what}`, async () => {
    const { conductor, when } = await staged(html);
    try {
      await when(({ status, located }) => status === "marked" && located.length === 3);
      assert.sameMembers(Object.keys(marks()), ["accusations", "denials", "statements"]);
    } finally {
      conductor.stop();
      body.replaceChildren();
    }
  });
}
