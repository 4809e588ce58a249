// Pages that mean harm, or are only very strange: markup in names and labels, characters that turn or
// hide text, a flood of changes, far too much of everything. Nothing of theirs runs in ours.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Block } from "../../extension/src/analysis";
import { ARTICLE_CSS, newsPage } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { type Faults, listen } from "../harness/faults";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { page as at, serve } from "../harness/server";
import { settledState, tabInFront } from "../harness/state";
import { staged } from "./stage";

const MARKUP = `<img src=x onerror="document.title='run'">`;
const TITLE = `Port ${MARKUP} accuses fleet of hiding catches`;

const texts = (...paragraphs: string[]): Block[] => [
  { role: "headline", text: TITLE },
  ...paragraphs.map((text): Block => ({ role: "body", text })),
];

const FILL =
  "The harbour of the town has been open since the morning, and the boats of the fleet were at the quay all day long.";

const STRANGE = texts(
  `Hana ${MARKUP} Weiss accused the fleet of hiding catches from the port. ${FILL}`,
  `The fleet\u202e has denied\u202c hiding any catches, and a\u200bsked the p\u0000ort to \u2066look\u2069 again. ${FILL}`,
  `“<script>document.title='run'</script>,” said javascript:document.title='run'. ${FILL}`,
  `__proto__ said that constructor was safe, and \ud83d toString denied it. ${FILL}`,
);

const MUCH = texts(
  ...Array.from({ length: 20_000 }, (_, i) => `The mayor said that day ${i} was calm. ${FILL}`),
);
const DEEP = `<div>${"<div>".repeat(1_000)}The mayor said so.${"</div>".repeat(1_000)}</div>`;
const WIDE = "<i hidden></i>".repeat(1_000_000);

/** Changes everything all the time, as long as it is told to. */
const FLOOD = `
const story = document.querySelector("#story");
let on = true;
const flood = () => {
  for (let i = 0; i < 200; i++) {
    const span = document.createElement("span");
    span.textContent = "said ";
    story.append(span);
    if (story.childElementCount > 500) story.lastElementChild.remove();
  }
  if (on) requestAnimationFrame(flood);
};
flood();
addEventListener("calm", () => { on = false; for (const s of story.querySelectorAll("span")) s.remove(); });`;

for (const kind of KINDS) {
  describe(`${kind}: a hostile page`, () => {
    const on = staged(kind, {
      site: () =>
        serve([
          at("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
          at("/flood.js", FLOOD, "text/javascript; charset=utf-8"),
          at("/news/strange.html", newsPage(TITLE, STRANGE)),
          at("/news/flood.html", newsPage(TITLE, STRANGE, `<script src="/flood.js"></script>`)),
          at("/news/much.html", newsPage(TITLE, MUCH)),
          at("/news/deep.html", newsPage(TITLE, STRANGE, DEEP + WIDE)),
        ]),
      ready: async ({ reader }) => {
        faults = await listen(reader.running, reader.page);
      },
    });
    let faults: Faults;

    it("has its markup shown as words, in the panel too", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}/news/strange.html`);
      await marksWhen(page, (marks) => "denials" in marks);
      await page.bringToFront();
      const panel = await openPanel(running, page);
      await panel.waitFor(() => document.querySelector("[data-actor]") !== null);
      const { made, title } = await panel.evaluate(() => ({
        made: document.querySelectorAll("img, script:not([src]), iframe").length,
        title: document.title,
      }));
      assert.equal(made, 0, "markup of the page became an element of ours");
      assert.notEqual(title, "run");
      assert.notEqual(await page.title(), "run");
      await panel.close();
    });

    it("that changes without end is marked once it rests", async () => {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}/news/flood.html`);
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            let frames = 0;
            const count = () => (++frames === 60 ? resolve() : requestAnimationFrame(count));
            count();
          }),
      );
      await page.evaluate(() => dispatchEvent(new Event("calm")));
      await marksWhen(page, (marks) => (marks["denials"] ?? []).some((words) => words !== ""));
    });

    it("of megabytes is read as far as we read, and the reader told", async () => {
      const { page, inside } = on.reader;
      await page.goto(`${on.site.origin}/news/much.html`);
      await page.bringToFront();
      const state = await settledState(inside, await tabInFront(inside));
      assert.ok(typeof state === "object" && state.status === "marked", JSON.stringify(state).slice(0, 200));
      assert.equal(state.analysis?.truncated, true);
    });

    it("of a million elements, and very deep ones, is read", async () => {
      const { page } = on.reader;
      // The browser alone takes its time over such a page.
      await page.goto(`${on.site.origin}/news/deep.html`, {
        waitUntil: "domcontentloaded",
        timeout: 300_000,
      });
      await marksWhen(page, (marks) => "denials" in marks);
    });

    it("makes nothing of ours throw", async () => {
      assert.deepEqual(await faults.ours(), []);
    });

    // Last: the browser tells the page of each refusal, which would be heard above.
    it("can neither speak to us nor ask for one of our files", async () => {
      const { page, running } = on.reader;
      await page.goto(`${on.site.origin}/news/strange.html`);
      await marksWhen(page, (marks) => "denials" in marks);
      const answers = await page.evaluate(async (origin: string) => {
        const { chrome, browser } = globalThis as { chrome?: typeof globalThis.chrome; browser?: unknown };
        const ask = (path: string) =>
          fetch(`${origin}/${path}`, { mode: "no-cors" }).then(
            () => `${path} came`,
            () => null,
          );
        const files = await Promise.all(
          ["manifest.json", "ascribe_bg.wasm", "content-judge.js", "content-main.js", "panel.html"].map(ask),
        );
        return [chrome?.runtime?.sendMessage && "chrome", browser && "browser", ...files].filter(Boolean);
      }, running.origin);
      assert.deepEqual(answers, []);
    });
  });
}
