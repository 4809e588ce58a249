// The card in its states, for `cargo xtask shots`: over each kind of passage, with its form, in windows that are
// narrow or low, and over a page whose ground is not what the reader's system prefers. Leaves out everything else
// that is pictured (shots.ts).

import type { Page } from "puppeteer-core";
import { STORY } from "./article";
import type { Running } from "./browsers";
import { cardOpens, inOpenCard } from "./card";
import { marksWhen } from "./marks";
import { MILL, OTHER_GROUND } from "./shots-site";

const AT_DESK = { width: 800, height: 640 };
const PHONE = { width: 320, height: 568 };
/** What the Chrome Web Store asks of pictures. */
export const STORE = { width: 1280, height: 800 };
/** A window of twice this height and width at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 360 };

/** What to point at, and what is done in the card then. */
interface State {
  path: string;
  words: string;
  size: { width: number; height: number };
  and?: (card: HTMLElement) => unknown;
}

const CHARGE = "mackerel catches in";
const openForm = (card: HTMLElement) => {
  card.querySelector<HTMLElement>("[data-do=correct]")?.click();
  return card.querySelector("form");
};

const STATES: Record<string, State> = {
  "": { path: STORY, words: CHARGE, size: AT_DESK },
  "-store": { path: STORY, words: CHARGE, size: STORE },
  "-denial": { path: STORY, words: "hiding any catches", size: AT_DESK },
  "-nested": { path: STORY, words: "speak for themselves", size: AT_DESK },
  "-unnamed": { path: STORY, words: "compromise was within", size: AT_DESK },
  "-unanswered": { path: MILL, words: "readings of chlorine gas from", size: AT_DESK },
  "-form": { path: STORY, words: CHARGE, size: AT_DESK, and: openForm },
  "-narrow": { path: STORY, words: CHARGE, size: PHONE },
  "-form-narrow": { path: STORY, words: CHARGE, size: PHONE, and: openForm },
  "-zoomed": { path: STORY, words: CHARGE, size: ZOOMED },
  "-form-zoomed": { path: STORY, words: CHARGE, size: ZOOMED, and: openForm },
  "-other-ground": { path: OTHER_GROUND, words: CHARGE, size: AT_DESK },
};

/** Opens one after the other and has each pictured; `only` as in shots.ts. */
export async function shootCards(
  running: Running,
  page: Page,
  visit: (path: string) => Promise<void>,
  take: (name: string, page: Page) => Promise<void>,
  only: string,
): Promise<void> {
  const before = page.viewport();
  for (const [name, { path, words, size, and }] of Object.entries(STATES)) {
    if (!`card${name}`.includes(only)) continue;
    await page.setViewport(size);
    await visit(path);
    await marksWhen(page, (marks) => "accusations" in marks);
    await pointAt(page, words);
    await cardOpens(running, page);
    if (and) await inOpenCard(running, page, and);
    await take(`card${name}`, page);
  }
  if ("card-saved".includes(only)) await saved(running, page, visit, take);
  await page.setViewport(before);
}

/** What was saved, with its way back; taken back, so that the next picture is of what was found. */
async function saved(
  running: Running,
  page: Page,
  visit: (path: string) => Promise<void>,
  take: (name: string, page: Page) => Promise<void>,
): Promise<void> {
  await page.setViewport(AT_DESK);
  await visit(STORY);
  await marksWhen(page, (marks) => "accusations" in marks);
  await pointAt(page, CHARGE);
  await inOpenCard(running, page, (card) => {
    card.querySelector<HTMLElement>("[data-do=correct]")?.click();
    const kind = card.querySelector<HTMLSelectElement>("select[name=kind]");
    if (!kind) return false;
    kind.value = "criticism";
    card.querySelector<HTMLElement>("[data-do=save]")?.click();
    return true;
  });
  await inOpenCard(running, page, (card) => card.querySelector("[data-do=undo]") !== null);
  await take("card-saved", page);
  await inOpenCard(running, page, (card) => {
    card.querySelector<HTMLElement>("[data-do=undo]")?.click();
    return true;
  });
}

/** Rests the pointer on the marked passage with these words. */
async function pointAt(page: Page, words: string): Promise<void> {
  const point = await page.evaluate((words) => {
    for (const [name, marks] of CSS.highlights) {
      if (!name.startsWith("ascribe-")) continue;
      for (const range of marks) {
        if (!range.toString().includes(words)) continue;
        range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
        const boxes = (range as Range).getClientRects();
        const box = boxes[boxes.length - 1];
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
    return null;
  }, words);
  if (!point) throw new Error(`"${words}" is not marked`);
  await page.mouse.move(point.x - 20, point.y - 2);
  await page.mouse.move(point.x, point.y);
}
