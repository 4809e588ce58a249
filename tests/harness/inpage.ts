// What a DOM test imports: `test` and chai's `assert`, running inside a real page of a real browser.
// Leaves out the browser's side (dom.test.ts), which loads the file and reads the results.
//
//     import { assert, fixture, test } from "../harness/inpage";
//     test("a link is read as part of its sentence", async () => {
//       const root = await fixture("<p>She <a href='#'>said</a> so.</p>");
//       assert.equal(readBlocks(root)[0].text, "She said so.");
//     });

import { config } from "chai";

export { assert } from "chai";

// A failure shows the whole of what it compared.
config.truncateThreshold = 0;

/** What the browser's side reads: the tests in their order, and what came of those that ended. */
export interface Results {
  names: string[];
  outcomes: { name: string; error: string | null }[];
}

declare global {
  interface Window {
    domTests: Results;
  }
}

const queue: { name: string; body: () => void | Promise<void> }[] = [];
const results: Results = { names: [], outcomes: [] };
window.domTests = results;
// Later than every module of the bundle, so that all tests are known.
window.addEventListener("load", () => void run(), { once: true });

/** Adds a test. They run one after another, each in an emptied document; a throw or rejection fails it. */
export function test(name: string, body: () => void | Promise<void>): void {
  queue.push({ name, body });
  results.names.push(name);
}

/** Puts that markup alone into the body and returns the body, after styles and images have settled. */
export async function fixture(html: string): Promise<HTMLElement> {
  document.body.innerHTML = html;
  await frame();
  return document.body;
}

/** Settles after the next frame has been drawn. */
export function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Settles once the condition holds, looked at each frame; the runner's own limit ends a wait in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await frame();
}

async function run(): Promise<void> {
  for (const { name, body } of queue) {
    document.body.replaceChildren();
    for (const sheet of document.head.querySelectorAll("style, link")) sheet.remove();
    let error: string | null = null;
    try {
      await body();
    } catch (thrown) {
      error = thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ""}` : String(thrown);
    }
    results.outcomes.push({ name, error });
  }
}
