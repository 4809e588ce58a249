// From mark to mark by keyboard, on a page of many screens: each step opens its card where its words are.

import "../harness/shadow";
import en from "../../extension/_locales/en/messages.json";
import type { Analysis, Block } from "../../extension/src/analysis";
import { speakFrom } from "../../extension/src/words";
import { attribution } from "../harness/attribution";
import { assert, frame, test, until } from "../harness/inpage";
import { ACCUSED, DENIED, type Faked, SAID, staged } from "./fake-world";

const FILL =
  "The quay of Tolvik has been open to walkers since the spring, and on most days the benches by the water are taken before noon.";
let days = 0;
const fill = (count: number) =>
  Array.from({ length: count }, () => `<p>On day ${++days} it was the same. ${FILL}</p>`).join("");
/** Marks far apart: none is in the window with another. */
const LONG = `<article><h1>Tolvik accuses a line</h1>${fill(3)}<p>${ACCUSED}</p>${fill(40)}<p>${DENIED}</p>${fill(40)}<p>${SAID}</p>${fill(40)}</article>`;

speakFrom(en, "en");

const root = () => (window as { shadow?: ShadowRoot }).shadow;
const card = () => root()?.querySelector<HTMLElement>(".card:popover-open") ?? null;
const headings = () => [...(card()?.querySelectorAll("h2") ?? [])].map((h) => h.textContent);
const spoken = () => root()?.querySelector("[role=status]")?.textContent ?? "";

/** The paragraph of those words. */
const paragraph = (words: string) =>
  [...document.querySelectorAll("p")].find((p) => p.textContent === words) as HTMLElement;

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < document.documentElement.clientHeight;
}

async function step(faked: Faked, type: "next" | "previous", words: string, heading: string): Promise<void> {
  faked.conductor.page({ type });
  await until(() => headings()[0] === heading);
  // It stays: what scrolls smoothly would still be on its way, and take the card with it.
  for (let i = 0; i < 5; i++) await frame();
  assert.deepEqual(headings(), [heading]);
  assert.isTrue(isInView(paragraph(words)), words);
}

for (const smooth of [false, true]) {
  test(`each step opens its card, also many screens away${smooth ? ", on a page that scrolls smoothly" : ""}`, async () => {
    const faked = await staged(LONG);
    if (smooth) document.documentElement.style.scrollBehavior = "smooth";
    await faked.when(({ located }) => located.length === 3);
    window.scrollTo({ top: 0, behavior: "instant" });
    await step(faked, "next", ACCUSED, "Accusation");
    await step(faked, "next", DENIED, "Denial");
    assert.include(spoken(), "2 of 3, Denial: unclear who deni “");
    await step(faked, "next", SAID, "Statement");
    await step(faked, "next", ACCUSED, "Accusation");
    await step(faked, "previous", SAID, "Statement");
    faked.conductor.stop();
    document.documentElement.style.scrollBehavior = "";
  });
}

test("after scrolling by hand a step begins from what is in the window", async () => {
  const faked = await staged(LONG);
  await faked.when(({ located }) => located.length === 3);
  window.scrollTo({ top: 0, behavior: "instant" });
  await step(faked, "next", ACCUSED, "Accusation");
  // Past the denial: the next is the statement, the one before is the denial.
  const past = () => {
    const { bottom } = paragraph(DENIED).getBoundingClientRect();
    window.scrollBy({ top: bottom + 20, behavior: "instant" });
  };
  past();
  await step(faked, "next", SAID, "Statement");
  window.scrollTo({ top: 0, behavior: "instant" });
  past();
  await step(faked, "previous", DENIED, "Denial");
  faked.conductor.stop();
});

/** One statement in another's words: "police said he denied it", the inner found first. */
function nested(blocks: readonly Block[]): Analysis {
  const block = blocks.findIndex(({ text }) => text === ACCUSED);
  const piece = (words: string) => {
    const start = ACCUSED.indexOf(words);
    return { block, start, end: start + words.length };
  };
  const inner = attribution({ kind: "denial", content: [piece("The harbour council")], parent: 1 });
  const outer = attribution({ kind: "warning", content: [piece("The harbour council of Tolvik on Monday")] });
  return { attributions: [inner, outer], actors: [], truncated: false, declined: null };
}

test("an outer mark comes before the inner one, and the inner one brings it along", async () => {
  const faked = await staged(LONG, {}, undefined, nested);
  await faked.when(({ located }) => located.length === 2);
  window.scrollTo({ top: 0, behavior: "instant" });
  await step(faked, "next", ACCUSED, "Warning");
  faked.conductor.page({ type: "next" });
  await until(() => headings().length === 2);
  assert.deepEqual(headings(), ["Warning", "Denial"]);
  assert.include(spoken(), "2 of 2, Denial");
  faked.conductor.stop();
});

test("a jump can be taken back to where the page was", async () => {
  const faked = await staged(LONG);
  await faked.when(({ located }) => located.length === 3);
  window.scrollTo({ top: 120, behavior: "instant" });
  faked.conductor.panel({ type: "jump", attribution: 2 });
  await until(() => isInView(paragraph(SAID)));
  faked.conductor.panel({ type: "jump", attribution: 1 });
  await until(() => isInView(paragraph(DENIED)));
  faked.conductor.panel({ type: "back" });
  await until(() => Math.abs(scrollY - 120) < 2);
  faked.conductor.stop();
});

test("what is pointed at is told to a panel beside the page, and flashed the other way round", async () => {
  const faked = await staged(LONG);
  const pointed: (number | null)[] = [];
  faked.conductor.listen(
    () => {},
    (attribution) => pointed.push(attribution),
  );
  await faked.when(({ located }) => located.length === 3);
  window.scrollTo({ top: 0, behavior: "instant" });
  await step(faked, "next", ACCUSED, "Accusation");
  assert.deepEqual(pointed, [0]);
  const before = scrollY;
  faked.conductor.panel({ type: "point", attribution: 0 });
  assert.equal(CSS.highlights.get("ascribe-flash")?.size, 1);
  faked.conductor.panel({ type: "point", attribution: 2 });
  assert.equal(scrollY, before);
  dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  assert.deepEqual(pointed, [0, null]);
  faked.conductor.stop();
});
