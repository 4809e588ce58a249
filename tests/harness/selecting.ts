// Words of a page selected and asked about, as a reader does by the menu of a selection. No driver can open a browser's
// menu: what is sent is what the background sends when it is pressed.

import type { Reader } from "./reader";
import { tabInFront } from "./state";

/** Selects the first of these words on the page in front. */
export function select({ page }: Reader, words: string): Promise<void> {
  return page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = (walker.currentNode as Text).data.indexOf(words);
      if (at >= 0) {
        document
          .getSelection()
          ?.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
        return;
      }
    }
    throw new Error(`"${words}" is not on the page`);
  }, words);
}

/** Selects them and asks who says them. */
export async function askAbout(reader: Reader, words: string): Promise<void> {
  await select(reader, words);
  const tab = await tabInFront(reader.inside);
  await reader.inside.evaluate(async (tab) => {
    await chrome.runtime.sendMessage({ type: "open", tab });
    await chrome.tabs.sendMessage(tab, { type: "who_says_selection" });
  }, tab);
}
