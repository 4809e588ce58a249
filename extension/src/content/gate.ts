// The first script on a page that is marked by itself: a few kilobytes that decide whether the rest is loaded.
// It looks again while the page is still being built, a few times at most, and after a navigation without loading;
// on a page that is no article nothing else of ours ever runs.
// Leaves out the judging itself (gate/judge.ts), its beginning (enter.ts), and pages opened by the toolbar button: they need no gate.

import { api } from "../api";
import * as dom from "../dom";
import type { LoadRequest } from "../protocol";
import { ours } from "./ours";
import { createWork, newClock } from "./pause";
import type { World } from "./world";

/** Milliseconds without a change after which a page that builds itself is looked at. */
const SETTLE = 500;
/** Looks at one page; what has no article by then has none. */
const LOOKS = 6;

/** Begins to look at the page that it is in; once a page. */
export function keepGate(judge: World["judge"]): void {
  const ending = new AbortController();
  const { signal } = ending;
  const observer = new MutationObserver(later);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let looking = false;

  async function look(): Promise<void> {
    // An extension that was updated or removed leaves its scripts behind: fall silent.
    // So does a page that keeps the browser from giving us its interface at all.
    if (!api?.runtime?.id) {
      end();
      return;
    }
    if (dom.hidden(document)) return;
    if (looking) {
      later();
      return;
    }
    looks++;
    looking = true;
    const { go } = await createWork({ longest: 0 })
      .steps(judge(document), newClock())
      .finally(() => {
        looking = false;
      });
    if (signal.aborted) return;
    if (go) {
      end();
      ours.begun = performance.now();
      const request: LoadRequest = { type: "load" };
      void api.runtime.sendMessage(request).catch(() => {});
    } else if (looks >= LOOKS) observer.disconnect();
  }

  function end(): void {
    clearTimeout(timer);
    observer.disconnect();
    ending.abort();
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SETTLE);
  }

  /** Another page in the same document. */
  function anew(): void {
    looks = 0;
    if (!signal.aborted) observer.observe(document, { childList: true, subtree: true });
    later();
  }

  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) dom.addEventListener(navigation, "navigatesuccess", anew, { signal });
  addEventListener("popstate", anew, { signal });
  addEventListener("load", () => void look(), { signal, once: true });
  dom.addEventListener(document, "visibilitychange", () => !dom.hidden(document) && void look(), { signal });
  observer.observe(document, { childList: true, subtree: true });
  void look();
}
