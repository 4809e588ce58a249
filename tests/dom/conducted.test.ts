// What a reader does on a page that is marked: one speaker alone, a jump, the card, the unnamed.
// Leaves out how it is read and drawn (conductor.test.ts).

import { assert, frame, test, until } from "../harness/inpage";
import { marks, STORY, staged } from "./fake-world";

const isMarked = ({ status }: { status: string }) => status === "marked";
const paragraphs = () => [...document.querySelectorAll("p")];

test("only one speaker's marks stand out", async () => {
  const { conductor, when } = await staged(STORY);
  await when(isMarked);
  conductor.panel({ type: "only", actor: 0 });
  await until(() => "dimmed" in marks());
  assert.deepEqual(Object.keys(marks()), ["dimmed"]);
  assert.lengthOf(marks()["dimmed"] ?? [], 3);
  conductor.panel({ type: "only", actor: null });
  await until(() => !("dimmed" in marks()));
  conductor.stop();
});

test("a jump scrolls to the passage and flashes it", async () => {
  const { conductor, when } = await staged(
    `<div style="height:3000px"></div>${STORY}<div style="height:3000px"></div>`,
  );
  await when((state) => isMarked(state) && state.located.length === 3);
  scrollTo(0, 0);
  conductor.panel({ type: "jump", attribution: 1 });
  assert.include(marks()["flash"]?.[0] ?? "", "charge");
  await until(() => scrollY > 1000);
  conductor.stop();
});

test("unnamed sources are drawn over only when the reader wants it", async () => {
  const { conductor, when, set } = await staged(STORY);
  await when(isMarked);
  assert.notProperty(marks(), "unnamed");
  set({ unnamed: true });
  await until(() => marks()["unnamed"]?.length === 3);
  conductor.stop();
});

function pointAt(element: Element): void {
  const text = element.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, text.length - 12);
  range.setEnd(text, text.length - 2);
  const { left, top, width, height } = range.getBoundingClientRect();
  element.dispatchEvent(
    new PointerEvent("pointermove", {
      clientX: left + width / 2,
      clientY: top + height / 2,
      bubbles: true,
      composed: true,
      pointerType: "mouse",
    }),
  );
}

test("resting on a mark opens the card, and a selection keeps it shut", async () => {
  const { conductor, when } = await staged(STORY);
  await when((state) => isMarked(state) && state.located.length === 3);
  const [first, second] = paragraphs() as unknown as [Element, Element];
  document.getSelection()?.selectAllChildren(first);
  pointAt(second);
  await new Promise((resolve) => setTimeout(resolve));
  await frame();
  assert.isNull(document.querySelector("ascribe-card"));
  document.getSelection()?.removeAllRanges();
  pointAt(first);
  await until(() => document.querySelector("ascribe-card") !== null);
  conductor.stop();
  assert.isNull(document.querySelector("ascribe-card"));
});
