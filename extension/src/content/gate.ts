// The first script on a page that is marked by itself: a few kilobytes that decide whether the rest is loaded.
// On a page that is no article it leaves two listeners, for navigations without loading, and nothing else.
// Leaves out the judging itself (gate/judge.ts), and pages opened by the toolbar button: they need no gate.

import { api } from "../api";
import type { LoadRequest } from "../protocol";
import { judge } from "./gate/judge";

/** Milliseconds after a navigation until its text stands there. */
const SETTLE = 700;

const ending = new AbortController();
const { signal } = ending;
let timer: ReturnType<typeof setTimeout> | undefined;

function look(): void {
  // An extension that was updated or removed leaves its scripts behind: fall silent.
  if (!api.runtime?.id) {
    ending.abort();
    return;
  }
  if (document.hidden || !judge(document).go) return;
  ending.abort();
  const request: LoadRequest = { type: "load" };
  void api.runtime.sendMessage(request).catch(() => {});
}

function later(): void {
  clearTimeout(timer);
  timer = setTimeout(look, SETTLE);
}

const { navigation } = globalThis as { navigation?: EventTarget };
navigation?.addEventListener("navigatesuccess", later, { signal });
addEventListener("popstate", later, { signal });
document.addEventListener("visibilitychange", () => !document.hidden && look(), { signal });
look();
