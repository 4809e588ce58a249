// The browser's extension interface, under whichever name it has: `browser` in Firefox, `chrome`
// in Chromium; both answer with promises. Undefined on ordinary pages such as the demo.
// Known by what it does: an element of a page called "browser" is a global of ours too.

const { browser, chrome: other } = globalThis as { browser?: typeof chrome; chrome?: typeof chrome };

export const api = [browser, other].find(
  (each) => typeof each?.runtime?.getURL === "function",
) as typeof chrome;
