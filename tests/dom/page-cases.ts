// Opens a case of tests/pages in a frame, for the DOM tests that read whole pages.
// Leaves out the cases that need the extension around them (tests/e2e).

import { frame } from "../harness/inpage";

/** Cases with an expected.txt: a line a block, role and text between a tab. Add a folder, add its name. */
export const READ: readonly string[] = [
  "bare-text",
  "between",
  "bidi",
  "br-only",
  "clutter",
  "consent-notice",
  "contenteditable",
  "furniture",
  "hostile",
  "iframes",
  "layout-table",
  "list-of-items",
  "plain-text",
  "press-release",
  "results",
  "shadow-roots",
  "short-notice",
  "typography",
];

export async function openCase(name: string): Promise<HTMLIFrameElement> {
  const view = document.createElement("iframe");
  view.width = "1000";
  view.height = "800";
  view.src = `/tests/pages/${name}/page.${name === "plain-text" ? "txt" : "html"}`;
  await new Promise((resolve) => {
    view.addEventListener("load", resolve, { once: true });
    document.body.replaceChildren(view);
  });
  await frame();
  return view;
}

export async function expectedOf(name: string): Promise<string> {
  return (await (await fetch(`/tests/pages/${name}/expected.txt`)).text()).trim();
}
