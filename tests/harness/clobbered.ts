// A page that takes names away: on its forms every control, on its document every form, image and frame, and among its
// globals every element is a property by its own name. Leaves out which names; those that our scripts use are in
// names.ts, and a page of a test has them from there.

/**
 * Where a frame has one of these names Chromium gives no extension its interface: nothing is marked there, and the
 * panel says that the page cannot be read (e2e/clobbered.test.ts). Everything else may be called so.
 */
export const NO_FRAME: readonly string[] = ["browser", "chrome"];

/** Those names on everything that can carry one: around the article, beside it, above it. */
export function clobberedPage(names: readonly string[], article: string): string {
  const each = (make: (name: string) => string) => names.map(make).join("");
  return (
    // On the document: forms, images, frames.
    each((name) => `<form name="${name}"></form>`) +
    `<div hidden>${each((name) => `<img name="${name}"><a id="${name}"></a>`)}</div>` +
    names
      .filter((name) => !NO_FRAME.includes(name))
      .slice(0, FRAMES)
      .map((name) => `<iframe name="${name}" hidden></iframe>`)
      .join("") +
    // On the forms that the article stands in, beside it and in it; the last control stands outside its form.
    `<form>${each((name) => `<input name="${name}" hidden>`)}</form>` +
    `<div>${each((name) => `<input name="${name}" form="around" hidden>`)}` +
    `<form id="around">${each((name) => `<input id="${name}" hidden>`)}<div>${article}</div></form></div>`
  );
}

/** Frames are documents: few are enough. */
const FRAMES = 20;
