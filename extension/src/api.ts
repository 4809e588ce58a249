// The browser's extension interface, under whichever name it has: `browser` in Firefox, `chrome`
// in Chromium; both answer with promises. Undefined on ordinary pages such as the demo.
// Known by what it does: an element or a frame of a page called "browser" is a global of ours too, and has an `id` as
// well. Undefined too where a frame called "browser" or "chrome" keeps Chromium from giving us one.

const { browser, chrome: other } = globalThis as { browser?: typeof chrome; chrome?: typeof chrome };

export const api = [browser, other].find(isInterface) as typeof chrome;

function isInterface(each: typeof chrome | undefined): boolean {
  try {
    return typeof each?.runtime?.getURL === "function";
  } catch {
    return false; // a frame of another origin lets nobody look
  }
}
