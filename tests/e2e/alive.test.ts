// Pages that change while they are read: text that comes late, is rewritten, or gives way to another
// story without a load.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { marksWhen } from "../harness/marks";
import { has, STORY } from "./site";
import { staged } from "./stage";

for (const kind of KINDS) {
  describe(`${kind}: a page that lives`, () => {
    const on = staged(kind);

    it("gets marks on a paragraph that comes late", async () => {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}${STORY}?csp=strict`);
      await marksWhen(page, (marks) => "denials" in marks);
      await page.evaluate(() => {
        const late = document.createElement("p");
        late.textContent = "Harbour master Tove Lund accused the fleet of dumping nets at sea.";
        document.querySelector("#story")?.append(late);
      });
      const marks = await marksWhen(page, (marks) =>
        (marks["accusations"] ?? []).some((words) => words.includes("dumping nets")),
      );
      assert.ok(has(marks, "denials", "hiding any catches"), "older marks are gone");
    });

    it("gets its marks again when a framework rewrites its text", async () => {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      const before = await marksWhen(page, (marks) => "denials" in marks);
      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll("#story > *")) {
          paragraph.replaceChildren(document.createTextNode(paragraph.textContent ?? ""));
        }
      });
      const count = (marks: Record<string, string[]>) =>
        Object.values(marks).reduce((sum, words) => sum + words.filter((word) => word !== "").length, 0);
      const after = await marksWhen(page, (marks) => count(marks) === count(before));
      assert.deepEqual(after, before);
    });

    it("marks the next story after a navigation without a load, and none of the old", async () => {
      const { page } = on.reader;
      await page.goto(`${on.site.origin}${STORY}`);
      await marksWhen(page, (marks) => "denials" in marks);
      await page.evaluate(() => {
        history.pushState({}, "", "/news/bridge.html");
        document.title = "Council accuses builder of skipping bridge checks";
        const story = document.querySelector("#story") as HTMLElement;
        const texts = [
          "The town council on Monday accused the builder Holm & Sons of skipping safety checks on the new bridge over the river.",
          "Holm & Sons has denied skipping any check. “Every bolt was inspected twice,” said its director, Anna Holm.",
          "The mayor, Per Strand, warned that the bridge could stay closed until the end of the year, and called on the builder to open its books.",
        ];
        const headline = document.createElement("h1");
        headline.textContent = document.title;
        story.replaceChildren(
          headline,
          ...texts.map((text) => {
            const paragraph = document.createElement("p");
            paragraph.textContent = text;
            return paragraph;
          }),
        );
      });
      const marks = await marksWhen(page, (marks) =>
        (marks["denials"] ?? []).some((words) => words.includes("skipping any check")),
      );
      assert.ok(!has(marks, "denials", "hiding any catches"), JSON.stringify(marks));
    });
  });
}
