// Tells when the page may have changed: mutations folded into one call after quiet, navigations without loading,
// coming back from the back/forward cache, a tab shown again. It never polls, and it slows down, in the end stops,
// where a page changes all the time and nothing of it is ours.
// Leaves out what changed and what is done about it (the conductor).

import * as dom from "../dom";
import { beginningOf } from "./beginning";
import { createWork, newClock } from "./pause";

export interface Watched {
  /** Elements that hold the articles; empty while none is found. */
  roots(): readonly Element[];
  /**
   * Something may have changed. Resolves once that is dealt with: whether anything had, and the milliseconds of the
   * page's thread that it took. Never rejects.
   */
  changed(): Promise<{ worth: boolean; ms: number }>;
  /** The page did something, whatever it was: what it took from the shared registry may be put back. */
  refill(): void;
  /** The extension was updated or removed under us: clean up. */
  orphaned(): void;
  /** Whether the extension is still there. */
  alive(): boolean;
  /** Keeps the longest of our tasks. */
  readonly record: { longest: number };
}

export interface Watcher {
  /** Watch these as well: shadow roots and documents of frames in which text was read. */
  also(roots: Iterable<Node>): void;
  /** Ask for a pass without a change: at once, or after quiet. */
  nudge(when: "now" | "quiet"): void;
  stop(): void;
}

/** Milliseconds without a change before we look, and the longest that a busy page can put it off. */
const QUIET = 120;
const LONGEST = 1000;
/** Our share of the time since the page was opened; a pass that would exceed it waits. */
const SHARE = 0.015;
/** Milliseconds that are free before the share is reckoned: a long article on a slow machine, read twice. */
const FREE = 1000;
/** The longest wait for the share's sake: even a page that is dear to read is read again. */
const PENANCE = 10_000;
/** After this many passes in a row that changed nothing, mutations are no longer watched until something else happens. */
const FRUITLESS = 100;
/** Records looked at one by one; with more, the change is simply large. */
const FOLDED = 300;
/** Characters added outside the article that may be another one. */
const LARGE = 600;
/** The same while no article is found. */
const SMALL = 40;

/** Attributes by which a page shows, hides or opens for writing what is inside. */
const SHOWN_BY = ["class", "style", "hidden", "open", "contenteditable"];

const OPTIONS: MutationObserverInit = { subtree: true, childList: true, characterData: true };

/** Elements that bring a sheet, which may hide or show what was read before it came. */
const SHEETS = /^(?:LINK|STYLE)$/i;

export function createWatcher(watched: Watched): Watcher {
  const observer = new MutationObserver(noticed);
  const styles = new MutationObserver(() => schedule());
  const ending = new AbortController();
  const { signal } = ending;
  const extra = new Set<Node>();
  const started = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refilling: ReturnType<typeof setTimeout> | undefined;
  let firstAt = 0;
  let spent = 0;
  let fruitless = 0;
  let observing = false;
  let busy = false;
  let pending = false;

  function observe(): void {
    observer.disconnect();
    observer.observe(document, OPTIONS);
    for (const root of extra)
      if (dom.isConnected(root) || dom.nodeType(root) === 9) observer.observe(root, OPTIONS);
    observing = true;
    // A layer that hides the article changes styles of what is around it, not its text.
    styles.disconnect();
    const around = new Set<Element | null>([dom.documentElement(document), dom.body(document)]);
    for (const root of watched.roots())
      for (let e: Element | null = root; e; e = dom.parentElement(e)) around.add(e);
    for (const element of around) {
      if (element) styles.observe(element, { attributes: true, attributeFilter: SHOWN_BY });
    }
  }

  function noticed(records: MutationRecord[]): void {
    createWork(watched.record).piece(newClock(), () => fold(records));
  }

  function fold(records: MutationRecord[]): void {
    // Not at once: the page's own observers come after ours.
    refilling ??= setTimeout(() => {
      refilling = undefined;
      watched.refill();
    }, QUIET);
    if (records.length > FOLDED || records.some(matters)) schedule();
  }

  function matters(record: MutationRecord): boolean {
    const { target } = record;
    const roots = watched.roots();
    const near = (root: Element) =>
      !dom.isConnected(root) || dom.contains(root, target) || dom.parentNode(root) === target;
    if (roots.some(near)) return true;
    const within = dom.getRootNode(target);
    if (within !== document && extra.has(within)) return true;
    for (const node of record.addedNodes) {
      // Taken away and put back, perhaps elsewhere: what lay on its text is lost.
      if (roots.some((root) => dom.contains(node, root))) return true;
      const least = roots.length > 0 ? LARGE : SMALL;
      if (dom.nodeType(node) === 1 && beginningOf(node as Element, least + 1).length > least) return true;
    }
    return false;
  }

  function schedule(quiet = QUIET): void {
    if (dom.hidden(document)) {
      pending = true;
      return;
    }
    const now = performance.now();
    if (!firstAt) firstAt = now;
    clearTimeout(timer);
    const owed = Math.min((spent - FREE) / SHARE - (now - started), PENANCE);
    const wait = Math.max(Math.min(quiet, firstAt + LONGEST - now), owed, 0);
    timer = setTimeout(pass, wait);
  }

  async function pass(): Promise<void> {
    firstAt = 0;
    if (!watched.alive()) return orphan();
    if (busy) {
      pending = true;
      return;
    }
    busy = true;
    const { worth, ms } = await watched.changed().finally(() => {
      busy = false;
    });
    spent += ms;
    if (signal.aborted) return;
    fruitless = worth ? 0 : fruitless + 1;
    if (fruitless >= FRUITLESS) {
      observer.disconnect();
      observing = false;
    } else if (worth || !observing) observe();
    if (pending) {
      pending = false;
      schedule();
    }
  }

  /** Something other than a mutation happened: begin anew, watching again if we had given up. */
  function wake(): void {
    if (!watched.alive()) {
      orphan();
      return;
    }
    fruitless = 0;
    if (!observing) observe();
    schedule();
  }

  function orphan(): void {
    stop();
    watched.orphaned();
  }

  function stop(): void {
    clearTimeout(timer);
    clearTimeout(refilling);
    observer.disconnect();
    styles.disconnect();
    ending.abort();
  }

  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  if (navigation) dom.addEventListener(navigation, "currententrychange", wake, { signal });
  if (navigation) dom.addEventListener(navigation, "navigatesuccess", wake, { signal });
  addEventListener("popstate", wake, { signal });
  addEventListener("hashchange", wake, { signal });
  addEventListener("pageshow", (event) => event.persisted && wake(), { signal });
  dom.addEventListener(
    document,
    "visibilitychange",
    () => !dom.hidden(document) && (pending || !observing) && wake(),
    { signal },
  );
  // A consent layer that is clicked away may show the article without adding a node.
  dom.addEventListener(document, "click", () => watched.roots().length === 0 && wake(), {
    signal,
    passive: true,
    capture: true,
  });
  // That a sheet has come is told to its element alone, and seen from its document or shadow root on the way there.
  const sheets = (root: Node) => dom.addEventListener(root, "load", sheet, { signal, capture: true });
  function sheet({ target }: Event): void {
    if (target instanceof Node && SHEETS.test(dom.nodeName(target))) schedule();
  }
  sheets(document);
  observe();

  return {
    stop,
    nudge: (when) => schedule(when === "now" ? 0 : QUIET),
    also(roots) {
      let more = false;
      for (const root of roots) {
        if (root === document || extra.has(root)) continue;
        extra.add(root);
        sheets(root);
        more = true;
      }
      for (const root of extra) if (dom.nodeType(root) === 11 && !dom.isConnected(root)) extra.delete(root);
      if (more && observing) observe();
    },
  };
}
