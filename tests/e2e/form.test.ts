// The form of "Not right?" and "Someone says this" in a page: what is saved changes the panel's lists at once, can be
// taken back, and is there again when the page is loaded anew. What the form gives is in surfaces/card-correct.test.ts.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Kind } from "../../extension/src/analysis";
import { KINDS } from "../harness/browsers";
import { cardCloses, cardOpens, inOpenCard } from "../harness/card";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { askAbout } from "../harness/selecting";
import { settledState, tabInFront } from "../harness/state";
import { STORY } from "./site";
import { staged } from "./stage";

const DENIED = "hiding any catches";
/** Ends in the words of a mark, and begins where there is none. */
const MISSED = "Jonsdottir told reporters in Reykjavik. She said that at least 40";

for (const kind of KINDS) {
  describe(`${kind}: the form on a page`, () => {
    const on = staged(kind);

    async function visit(): Promise<void> {
      await on.reader.page.goto(`${on.site.origin}${STORY}`);
      await on.reader.page.bringToFront();
      await marksWhen(on.reader.page, (marks) => "accusations" in marks);
    }
    /** The kinds of the passages whose words are, or hold, these. */
    async function kindsOf(words: string): Promise<Kind[]> {
      const state = await settledState(on.reader.inside, await tabInFront(on.reader.inside));
      assert.ok(typeof state === "object" && state.analysis);
      return state.analysis.attributions
        .filter(({ content }) =>
          content.some(({ block, start, end }) =>
            state.blocks[block]?.text.slice(start, end).includes(words),
          ),
        )
        .map((each) => each.kind);
    }
    const press = (script: (card: HTMLElement) => boolean) =>
      inOpenCard(on.reader.running, on.reader.page, script);
    const save = () =>
      press((card) => {
        const button = card.querySelector<HTMLElement>("[data-do=save]");
        button?.click();
        return button !== null;
      });
    const undo = () =>
      press((card) => {
        const button = card.querySelector<HTMLElement>("[data-do=undo]");
        button?.click();
        return button !== null;
      });

    it("what is saved leaves its list at once; Undo brings it back; saved again it lasts", async () => {
      const { running, page } = on.reader;
      await visit();
      assert.deepEqual(await kindsOf(DENIED), ["denial"]);
      const panel = await openPanel(running, page, "side");
      const denials = (count: number) =>
        panel.waitFor(
          (count) => document.querySelector("[data-group=denials] .count")?.textContent === String(count),
          count,
        );
      // The panel is there before what it tells of the page.
      const before = await panel.waitFor(
        () => Number(document.querySelector("[data-group=denials] .count")?.textContent) || null,
      );
      await page.bringToFront();
      const correct = async () => {
        await askAbout(on.reader, DENIED);
        await press((card) => {
          card.querySelector<HTMLElement>("[data-do=correct]")?.click();
          const field = card.querySelector<HTMLSelectElement>("select[name=kind]");
          if (field) field.value = "statement";
          return field !== null;
        });
        await save();
      };
      await correct();
      await denials(before - 1);
      await marksWhen(page, ({ denials }) => !denials?.some((words) => words.includes("hiding any catches")));
      await undo();
      await cardCloses(running, page);
      await denials(before);
      await marksWhen(page, ({ denials }) =>
        Boolean(denials?.some((words) => words.includes("hiding any catches"))),
      );
      await correct();
      await denials(before - 1);
      await panel.close();
      await visit();
      await marksWhen(page, ({ denials }) => !denials?.some((words) => words.includes("hiding any catches")));
      assert.deepEqual(await kindsOf(DENIED), ["statement"]);
      // As it was, for whoever comes next.
      await on.reader.inside.evaluate(() => chrome.storage.local.remove("corrections"));
    });

    it("a statement is added from words that touch a mark, and is there when the page is loaded anew", async () => {
      const { running, page } = on.reader;
      await visit();
      assert.deepEqual(await kindsOf(MISSED), []);
      await askAbout(on.reader, MISSED);
      assert.match(await cardOpens(running, page), /Someone says this|Halla Jonsdottir/);
      await press((card) => {
        const add = card.querySelector<HTMLElement>("[data-do=add]");
        add?.click();
        return add !== null;
      });
      await save();
      await press((card) => card.querySelector("[data-do=undo]") !== null);
      assert.deepEqual(await kindsOf(MISSED), ["statement"]);
      await visit();
      assert.deepEqual(await kindsOf(MISSED), ["statement"]);
      await on.reader.inside.evaluate(() => chrome.storage.local.remove("corrections"));
    });
  });
}
