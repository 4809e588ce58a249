// One look at the page: its articles as they can be read, and whether what is read was cut short. Leaves out what was
// known of the page before (reading.ts), and whether it is an article at all (gate/).

import * as dom from "../dom";
import { type Article, findArticles } from "./blocks/article";
import { walk } from "./blocks/walk";
import type { Signals } from "./gate/signals";
import type { Clock, Steps, Work } from "./pause";
import { isCut } from "./paywall";

export interface Scanned {
  articles: Article[];
  /** Only the beginning of the article can be read. */
  cut: boolean;
}

/** Looks at a page that keeps changing between our slices; after the last one it is taken as it was found. */
const LOOKS = 3;
/** Stretches of text of one step. */
const STEP = 500;

/** Reads what stands below `root`. When the page took some of it away meanwhile, starts over. */
export async function scan(root: Element, signals: Signals, work: Work, clock: Clock): Promise<Scanned> {
  // A page that is an editor is the reader's own text.
  if (dom.isContentEditable(root)) return { articles: [], cut: false };
  for (let look = 1; ; look++) {
    const walked = await work.steps(walk(root), clock);
    const articles = await work.steps(findArticles(walked, signals), clock);
    const lines = articles[0]?.lines ?? [];
    const cut = await work.steps(isCut(dom.documentOf(root), signals, lines, walked.barriers), clock);
    if (look === LOOKS || (await work.steps(isThere(articles), clock))) return { articles, cut };
  }
}

/** Whether every node that was read is still on the page. */
function* isThere(articles: readonly Article[]): Steps<boolean> {
  let done = 0;
  for (const { lines } of articles) {
    for (const { runs } of lines) {
      done += runs.length;
      if (done >= STEP) {
        done = 0;
        yield;
      }
      if (runs.some(({ node }) => !node.isConnected)) return false;
    }
  }
  return true;
}
