// A page that lives: read, asked about, drawn, changed, left, switched off.

import { assert, frame, test, until } from "../harness/inpage";
import { DENIED, marks, SAID, STORY, staged } from "./fake-world";

const isMarked = ({ status }: { status: string }) => status === "marked";
const paragraphs = () => [...document.querySelectorAll("p")];

/** Ranges of ours, the very objects. */
function ranges(name: string): AbstractRange[] {
  return [...(CSS.highlights.get(`ascribe-${name}`) ?? [])];
}

test("an article is marked, and its markup stays as it was", async () => {
  const { conductor, when, asked } = await staged(STORY);
  const before = document.documentElement.outerHTML;
  const state = await when((now) => isMarked(now) && now.located.length === 3);
  assert.deepEqual(Object.keys(marks()).sort(), ["accusations", "denials", "statements"]);
  assert.equal(state.reason, "og:article");
  assert.lengthOf(asked, 1);
  assert.equal(document.documentElement.outerHTML, before);
  conductor.stop();
});

test("switched off, nothing of it is left", async () => {
  const { conductor, when, styled } = await staged(STORY);
  await when(isMarked);
  conductor.panel({ type: "marks", on: false });
  assert.equal(conductor.state().status, "off");
  assert.deepEqual([...CSS.highlights.keys()], []);
  assert.isNull(document.querySelector("ascribe-card"));
  assert.isNull(styled.at(-1));
  conductor.panel({ type: "marks", on: true });
  await when(isMarked);
  conductor.stop();
  assert.deepEqual([...CSS.highlights.keys()], []);
});

test("a group that is switched off goes without another question", async () => {
  const { conductor, when, set, asked } = await staged(STORY);
  await when(isMarked);
  set({ groups: { accusations: false, denials: true, demands: true, views: true, statements: true } });
  await until(() => !("accusations" in marks()));
  assert.sameMembers(Object.keys(marks()), ["denials", "statements"]);
  assert.lengthOf(asked, 1);
  conductor.stop();
});

test("an excluded site is left alone, at once and later", async () => {
  const { conductor, set, when, asked } = await staged(STORY, { excluded: ["this.example"] });
  await when(({ status }) => status === "off");
  assert.lengthOf(asked, 0);
  set({ excluded: [] });
  await when(isMarked);
  set({ excluded: ["this.example"] });
  await until(() => Object.keys(marks()).length === 0);
  assert.equal(conductor.state().status, "off");
  conductor.stop();
});

test("text that is rendered anew with the same words is marked again without a question", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when(isMarked);
  for (const paragraph of paragraphs())
    paragraph.replaceChildren(document.createTextNode(paragraph.textContent ?? ""));
  assert.deepEqual(marks()["denials"], [""]);
  await until(() => marks()["denials"]?.[0] !== "");
  assert.include(DENIED, marks()["denials"]?.[0] ?? "?");
  assert.lengthOf(asked, 1);
  conductor.stop();
});

test("a changed paragraph is asked about, and the marks of the others stay the same objects", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when(isMarked);
  const [kept] = ranges("denials");
  (paragraphs()[2] as Element).textContent = SAID.replace("oil", "tar");
  await when(
    ({ analysis, blocks }) =>
      asked.length === 2 && analysis !== null && blocks.some(({ text }) => text.includes("tar")),
  );
  await until(() => marks()["statements"]?.[0]?.includes("tar") === true);
  assert.strictEqual(ranges("denials")[0], kept);
  conductor.stop();
});

test("a range that is not needed any more is taken out of the page, which would be told of it at every change", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when((now) => isMarked(now) && now.located.length === 3);
  const before = ["accusations", "denials", "statements"].flatMap(ranges);
  const inPage = (all: AbstractRange[]) => all.filter((range) => document.contains(range.startContainer));
  assert.lengthOf(inPage(before), 3);
  (paragraphs()[2] as Element).textContent = SAID.replace("oil", "tar");
  await until(() => asked.length === 2 && marks()["statements"]?.[0]?.includes("tar") === true);
  await until(() => inPage(before).length === 2);
  const after = ["accusations", "denials", "statements"].flatMap(ranges);
  assert.lengthOf(inPage(after), 3);
  conductor.stop();
  assert.lengthOf(inPage(after), 0);
});

test("an entry that arrives above the others leaves their marks the same objects", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when((now) => isMarked(now) && now.located.length === 3);
  const before = ["accusations", "denials", "statements"].flatMap(ranges);
  // The answer must not come first: nothing may flicker while it is awaited either.
  let least = before.length;
  const look = () => {
    const now = new Set(["accusations", "denials", "statements"].flatMap(ranges));
    least = Math.min(least, before.filter((range) => now.has(range) && String(range) !== "").length);
    if (asked.length < 2 || marks()["denials"]?.length !== 2) requestAnimationFrame(look);
  };
  look();
  const entry = document.createElement("p");
  entry.textContent = `${DENIED} It did so again at noon.`;
  document.querySelector("h1")?.after(entry);
  await until(() => marks()["denials"]?.length === 2);
  assert.equal(least, before.length);
  assert.lengthOf(asked, 2);
  conductor.stop();
});

test("marks switched off and on again are those of the same question", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when(isMarked);
  conductor.panel({ type: "marks", on: false });
  conductor.panel({ type: "marks", on: true });
  await when((now) => isMarked(now) && now.located.length === 3);
  // The background knows the answer (memory.test.ts): it is by the text alone.
  assert.deepEqual(asked.at(-1)?.blocks, asked[0]?.blocks);
  conductor.stop();
});

test("a paragraph that comes later is marked, and counted as new since the panel looked", async () => {
  const { conductor, when } = await staged(STORY);
  await when(isMarked);
  const states: number[] = [];
  conductor.listen(({ fresh }) => states.push(fresh));
  const more = document.createElement("p");
  more.textContent = `${DENIED} It spoke again on Tuesday morning.`;
  document.querySelector("article")?.append(more);
  await when(({ analysis }) => analysis?.attributions.length === 4);
  await until(() => states.includes(1));
  conductor.stop();
});

test("a clock that is set back or forward changes nothing", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when(isMarked);
  const before = ranges("denials");
  const real = Date;
  try {
    let more = 0;
    for (const years of [-30, 30]) {
      const shifted = real.now() + years * 365 * 86_400_000;
      globalThis.Date = class extends real {
        constructor(...given: []) {
          super(...(given.length > 0 ? given : ([shifted] as unknown as [])));
        }
        static override now = () => shifted;
      } as DateConstructor;
      const paragraph = document.createElement("p");
      paragraph.textContent = `${SAID} It was so in year ${years}.`;
      document.querySelector("article")?.append(paragraph);
      more++;
      await when(({ analysis }) => analysis?.attributions.length === 3 + more);
    }
  } finally {
    globalThis.Date = real;
  }
  assert.lengthOf(asked, 3);
  assert.deepEqual(ranges("denials"), before);
  conductor.stop();
});

test("a page that is no article says why, and is marked when the reader insists", async () => {
  const { conductor, when, asked } = await staged(STORY, {}, '<meta property="og:type" content="product">');
  const state = await when(({ status }) => status === "not_article");
  assert.equal(state.reason, "og:product");
  assert.lengthOf(asked, 0);
  conductor.panel({ type: "mark_anyway" });
  await when(isMarked);
  conductor.stop();
});

test("a panel that opens while the page is read is not told that nothing was found", async () => {
  const { statuses, when, conductor } = await watchedWhileRead(STORY);
  await when(isMarked);
  assert.deepEqual([...new Set(statuses)], ["reading"]);
  conductor.stop();
});

test("a page that is marked against the gate's word says that it is read until it is", async () => {
  const { statuses, when, conductor } = await watchedWhileRead(STORY, "");
  await when(({ status }) => status === "not_article");
  conductor.panel({ type: "mark_anyway" });
  assert.equal(conductor.state().status, "reading");
  await when(isMarked);
  assert.deepEqual([...new Set(statuses)], ["reading"]);
  conductor.stop();
});

/** With what a panel would have been told each time that the page began to be read for the first time. */
async function watchedWhileRead(html: string, head?: string) {
  const faked = await staged(html, {}, head);
  const statuses: string[] = [];
  faked.root = () => {
    if (faked.asked.length === 0) statuses.push(faked.conductor.state().status);
    return document.body;
  };
  return { ...faked, statuses };
}

test("an engine that fails is named, not asked again and again, and asked again on demand", async () => {
  const faked = await staged("<p></p>");
  faked.fail = "no engine";
  document.body.innerHTML = STORY;
  await faked.when(({ status }) => status === "failed");
  document.body.append(document.createElement("i"));
  await frame();
  assert.lengthOf(faked.asked, 1);
  faked.fail = null;
  faked.conductor.panel({ type: "retry" });
  await faked.when(isMarked);
  faked.conductor.stop();
});

test("a page that could not be read says so, and is read again on demand", async () => {
  const faked = await staged(STORY);
  faked.root = () => {
    throw new TypeError("nobody thought of this");
  };
  await faked.when(({ status }) => status === "failed");
  assert.equal(faked.reported.at(-1), "failed");
  faked.root = null;
  faked.conductor.panel({ type: "retry" });
  await faked.when(isMarked);
  faked.conductor.stop();
});

test("a navigation without loading forgets the old article", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when(isMarked);
  const home = location.href;
  history.pushState(null, "", "?next");
  document.body.innerHTML = `<article><h1>Another day</h1><p>${SAID} ${SAID}</p><p>${SAID} On Friday, that is.</p></article>`;
  await when(({ analysis }) => asked.length === 2 && analysis?.attributions.length === 2);
  assert.notProperty(marks(), "accusations");
  history.replaceState(null, "", home);
  conductor.stop();
});

test("a question names those that the page still waits for, and none about an article that is gone", async () => {
  const paragraphs = `<p>${SAID} ${SAID}</p><p>${SAID} ${SAID} It was on Friday.</p>`;
  const story = (name: string) => `<article><h1>${name}</h1>${paragraphs}</article>`;
  const faked = await staged(`<main>${story("One day in Tolvik")}</main>`);
  const { conductor, asked } = faked;
  const held: (() => void)[] = [];
  faked.held = held;
  await until(() => asked.length >= 1);
  const awaited = () => asked.map(({ generation, awaited }) => ({ generation, awaited }));
  const main = document.querySelector("main") as Element;
  main.insertAdjacentHTML("beforeend", story("Another day in Tolvik"));
  await until(() => asked.length === 2);
  assert.deepEqual(awaited(), [
    { generation: 1, awaited: [1] },
    { generation: 2, awaited: [1, 2] },
  ]);
  // An answer that came is not waited for.
  held[0]?.();
  await until(() => (marks()["statements"]?.length ?? 0) > 0);
  main.insertAdjacentHTML("beforeend", story("A third day in Tolvik"));
  await until(() => asked.length === 3);
  assert.deepEqual(asked[2]?.awaited, [2, 3]);
  const home = location.href;
  history.pushState(null, "", "?elsewhere");
  main.innerHTML = story("A day elsewhere");
  await until(() => asked.length === 4);
  assert.deepEqual(asked[3]?.awaited, [4]);
  history.replaceState(null, "", home);
  for (const letGo of held) letGo();
  conductor.stop();
});

test("an extension that was updated under us leaves nothing behind at the next change", async () => {
  const faked = await staged(STORY);
  await faked.when(isMarked);
  faked.alive = false;
  document.querySelector("article")?.append(document.createElement("p"), "More.");
  await until(() => [...CSS.highlights.keys()].length === 0);
  faked.conductor.stop();
});

test("a page that takes its body away is not said to be marked, and is marked again when it is back", async () => {
  const { conductor, when, asked } = await staged(STORY);
  await when((now) => isMarked(now) && now.located.length === 3);
  const { body } = document;
  body.remove();
  // In the same task, before anything of ours could hear of it.
  const { status, analysis, located } = conductor.state();
  assert.deepEqual({ status, analysis, located }, { status: "nothing_found", analysis: null, located: [] });
  document.documentElement.append(body);
  await when((now) => isMarked(now) && now.located.length === 3);
  await until(() => marks()["denials"]?.[0] !== undefined && marks()["denials"]?.[0] !== "");
  assert.isAtMost(asked.length, 2);
  conductor.stop();
});

test("a page that becomes an editor loses its marks, and has them again when it is none", async () => {
  const { conductor, when } = await staged(STORY);
  await when(isMarked);
  document.body.contentEditable = "true";
  await until(() => Object.keys(marks()).length === 0);
  assert.equal(conductor.state().status, "nothing_found");
  document.body.contentEditable = "false";
  await when(isMarked);
  document.body.removeAttribute("contenteditable");
  conductor.stop();
});

test("who says the selection is answered on a page that the gate declined, once it is read", async () => {
  const { conductor, when } = await staged(STORY, {}, '<meta property="og:type" content="product">');
  await when(({ status }) => status === "not_article");
  document.getSelection()?.selectAllChildren(paragraphs()[1] as Element);
  conductor.page({ type: "who_says_selection" });
  await until(() => document.querySelector("ascribe-card") !== null);
  assert.equal(conductor.state().status, "marked");
  document.getSelection()?.removeAllRanges();
  conductor.stop();
});

test("a registry that the page clears is filled again when the page changes", async () => {
  const { conductor, when } = await staged(STORY);
  await when(isMarked);
  CSS.highlights.clear();
  document.querySelector("article")?.append("Later.");
  await until(() => "denials" in marks());
  conductor.stop();
});

test("each article of an endless page is asked about by itself", async () => {
  const { conductor, when, asked } = await staged(`<main>${STORY.replace(SAID, `${SAID} ${SAID}`)}</main>`);
  await when(isMarked);
  const second = document.createElement("article");
  second.innerHTML = `<h1>Another day in Tolvik</h1><p>${SAID} ${SAID}</p><p>${SAID} ${SAID} It was on Friday.</p>`;
  document.querySelector("main")?.append(second);
  await until(() => asked.length === 2);
  assert.equal(asked[1]?.blocks[0]?.text, "Another day in Tolvik");
  await until(() => marks()["statements"]?.length === 3);
  assert.lengthOf(asked, 2);
  conductor.stop();
});

test("an article behind a consent layer is marked when the layer goes", async () => {
  const { conductor, when } = await staged(
    `<div class="wall"><button>Agree</button></div><div id="story" style="display:none">${STORY}</div>`,
  );
  await when(({ status }) => status === "nothing_found");
  (document.querySelector("#story") as HTMLElement).style.display = "";
  (document.querySelector("button") as HTMLElement).click();
  await when(isMarked);
  conductor.stop();
});
