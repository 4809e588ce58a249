// What "Copy" copies, and the way to the clipboard on pages where the modern one is closed.

import type { Attribution } from "../analysis";
import { certainty, cueOf, kindInWords, type Reading, speakerName, wordsOf } from "../describe";
import * as dom from "../dom";
import { ownNames } from "../own";
import type { Category } from "../settings";
import { t } from "../words";

/** One attribution as plain text, with the page it is from and what it does not show. */
export function plainText(
  reading: Reading,
  a: Attribution,
  page: { title: string; url: string },
  categories: readonly Category[],
): string {
  const own = ownNames(a, categories);
  const how = certainty(reading, a);
  const speaker = speakerName(reading, a);
  const cue = cueOf(a, reading.blocks);
  return [
    kindInWords(reading, a),
    `${t("whoSaysSo")}: ${how && how !== speaker ? `${speaker} (${how})` : speaker}`,
    `${t("says")}: ${wordsOf(a.content, reading.blocks)}`,
    cue && `${t("wordsUsed")}: ${t("quoted", cue)}`,
    own && `${t("alsoIn")}: ${own}`,
    "",
    page.title,
    page.url,
    new Date().toISOString(),
    `${t("machineMade")} ${t("lastLine")}`,
  ]
    .filter((line, i) => line !== "" || i === 5)
    .join("\n");
}

/**
 * Puts text on the clipboard; false when the browser would not. `navigator.clipboard` is closed on
 * pages without https, so there a text field in `root` is selected and copied instead.
 */
export async function copyText(text: string, root: Node): Promise<boolean> {
  const document = dom.documentOf(root);
  const clipboard = dom.defaultView(document)?.navigator.clipboard;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed here; the old way may be.
    }
  }
  const field = dom.createElement(document, "textarea");
  field.value = text;
  field.className = "offstage";
  dom.appendChild(root, field);
  field.select();
  const done = dom.execCommand(document, "copy");
  field.remove();
  return done;
}
