// Marks where a page is not on an ordinary screen: on paper, and in forced colours.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inflateSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { KINDS } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { startReader } from "../harness/reader";
import { STORY } from "./site";
import { staged } from "./stage";

/** How many lines are drawn and areas filled on the printed pages: what is no letter. */
async function strokes(page: Page): Promise<number> {
  const pdf = Buffer.from(await page.pdf({ printBackground: true }));
  let count = 0;
  for (let at = pdf.indexOf("stream"); at >= 0; at = pdf.indexOf("stream", at + 1)) {
    const from = pdf[at + 6] === 13 ? at + 8 : at + 7;
    const end = pdf.indexOf("endstream", from);
    if (end < 0) break;
    let content = "";
    try {
      content = inflateSync(pdf.subarray(from, end)).toString("latin1");
    } catch {
      // A font or a picture that is packed otherwise.
    }
    if (/\bBT\b/.test(content)) count += (content.match(/(?<=\s)(?:S|f\*?|re)(?=\s)/g) ?? []).length;
    at = end;
  }
  return count;
}

for (const kind of KINDS) {
  describe(`${kind}: marks elsewhere than on a screen`, () => {
    const on = staged(kind, {
      start: (kind) => startReader(kind, { forcedColours: true }),
      ready: async ({ reader, site }) => {
        await reader.page.goto(`${site.origin}${STORY}`);
        await marksWhen(reader.page, (marks) => "denials" in marks);
      },
    });

    // Firefox prints no custom highlight of anyone; the reading copy is there for that.
    it("are printed", { skip: kind === "firefox" }, async () => {
      const { page } = on.reader;
      const marked = await strokes(page);
      await page.evaluate(() => CSS.highlights.clear());
      const bare = await strokes(page);
      await page.reload();
      await marksWhen(page, (marks) => "denials" in marks);
      assert.ok(marked > bare + 5, `${marked} strokes with marks, ${bare} without`);
    });

    it("keep to the reader's own colours where these are forced", async () => {
      const { page } = on.reader;
      if (kind === "chromium") {
        const session = await page.createCDPSession();
        await session.send("Emulation.setEmulatedMedia", {
          features: [{ name: "forced-colors", value: "active" }],
        });
      }
      await page.waitForFunction(() => matchMedia("(forced-colors: active)").matches, { polling: 50 });
      const seen = await page.evaluate(() => {
        const system = (name: string) => {
          const probe = document.createElement("span");
          probe.style.color = name;
          document.body.append(probe);
          const { color } = getComputedStyle(probe);
          probe.remove();
          return color;
        };
        const { color, backgroundColor, textDecorationColor, textDecorationStyle } = getComputedStyle(
          document.body,
          "::highlight(ascribe-denials)",
        );
        return {
          mark: { color, backgroundColor, textDecorationColor, textDecorationStyle },
          text: system("CanvasText"),
          ground: system("Canvas"),
        };
      });
      assert.deepEqual(seen.mark, {
        color: seen.text,
        backgroundColor: seen.ground,
        textDecorationColor: seen.text,
        textDecorationStyle: "dashed",
      });
    });
  });
}
