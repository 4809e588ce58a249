// What the tests of the panel ask of its page. Leaves out opening it (stage.ts).

import type { Page } from "puppeteer-core";

/** A real press on what `selector` finds. */
export async function press(page: Page, selector: string): Promise<void> {
  await page.locator(selector).click();
}

/** Tells the panel what the page told it before, with these changes. */
export const tell = (page: Page, state: object) =>
  page.evaluate((state) => (window as unknown as { tell(state: object): void }).tell(state), state);

/** What the panel has sent to the page. */
export const posted = (page: Page) =>
  page.evaluate(() => (window as unknown as { posted: unknown[] }).posted);
/** Without what only shows where the reader points. */
export const commands = async (page: Page) =>
  ((await posted(page)) as { type: string }[]).filter(({ type }) => type !== "point");
/** Which row has the focus, else which element. */
export const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-actor") ?? document.activeElement?.tagName);
