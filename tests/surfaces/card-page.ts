// What the tests of the card ask of its page. Leaves out opening it (stage.ts).

import type { Page } from "puppeteer-core";

/** What pages/card.ts leaves for the tests. */
export interface CardWindow {
  shadow: ShadowRoot;
  shadowMode: string;
  calls: unknown[];
  card: import("../../extension/src/card/contract").Card;
  passage(attributions: number[], more?: object): import("../../extension/src/card/contract").Passage;
}
declare const window: CardWindow & typeof globalThis;

/** Headings and rows of the card, as plain words. */
export const text = (page: Page) =>
  page.evaluate(() => {
    const rows = [...window.shadow.querySelectorAll("h2, dt, dd")];
    return rows.map((row) => (row.textContent ?? "").trim().replace(/\s+/g, " "));
  });
/** A press on the button with that `data-do`. */
export const press = (page: Page, what: string) =>
  page.evaluate((name) => window.shadow.querySelector<HTMLElement>(`[data-do=${name}]`)?.click(), what);
/** What the card has asked of the page around it. */
export const calls = (page: Page) => page.evaluate(() => window.calls);
export const isOpen = (page: Page) => page.evaluate(() => window.card.open);

/** The card's box and the window's size, once the card has its place. */
export const geometry = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((settle) => requestAnimationFrame(() => setTimeout(settle)));
    const card = window.shadow.querySelector(".card") as HTMLElement;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    return { left, top, right, bottom, width, height, shown: card.matches(":popover-open") };
  });
