// Where the card stands: inside the window and off the words, above every layer, on the page's own ground; and the
// overview at the page's edge.

import assert from "node:assert/strict";
import { type CardWindow, geometry, press } from "./card-page";
import { stage } from "./stage";

declare const window: CardWindow & typeof globalThis;

stage("card", { csp: true }, (_, test) => {
  for (const width of [320, 380, 800]) {
    test(`lies inside the window and off the words at ${width} px`, async ({ open }) => {
      const page = await open("show=0", { width, height: 700 });
      const count = await page.evaluate(() => window.passage([0]).analysis.attributions.length);
      for (let i = 0; i < count; i++) {
        const words = await page.evaluate((at) => {
          const passage = window.passage([at]);
          passage.anchor.startContainer.parentElement?.scrollIntoView({
            block: at % 2 ? "center" : "nearest",
          });
          window.card.show(passage);
          return [...passage.anchor.getClientRects()].map(({ top, bottom, left, right }) => ({
            top,
            bottom,
            left,
            right,
          }));
        }, i);
        const box = await geometry(page);
        assert.ok(box.shown, `attribution ${i}`);
        assert.ok(box.left >= 0 && box.top >= 0, `attribution ${i}: ${JSON.stringify(box)}`);
        assert.ok(
          box.right <= box.width + 0.5 && box.bottom <= box.height + 0.5,
          `attribution ${i}: ${JSON.stringify(box)}`,
        );
        for (const word of words) {
          const apart =
            word.bottom <= box.top + 1 ||
            word.top >= box.bottom - 1 ||
            word.right <= box.left ||
            word.left >= box.right;
          assert.ok(
            apart,
            `attribution ${i}: the card ${JSON.stringify(box)} covers ${JSON.stringify(word)}`,
          );
        }
      }
    });
  }

  test("lies above the page's highest layer and above full screen", async ({ open }) => {
    const page = await open("show=17", { width: 700, height: 500 });
    await page.evaluate(() => {
      const passage = window.passage([17]);
      passage.anchor.startContainer.parentElement?.scrollIntoView({ block: "end" });
      const layer = document.querySelector<HTMLElement>(".layer");
      layer?.style.setProperty("height", "500px");
      layer?.setAttribute("popover", "manual");
      layer?.style.setProperty("display", "block");
      layer?.showPopover();
      window.card.show(passage);
    });
    const box = await geometry(page);
    const top = await page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.tagName,
      (box.left + box.right) / 2,
      (box.top + box.bottom) / 2,
    );
    assert.equal(top, "ASCRIBE-CARD");
  });

  test("follows its words while the page scrolls, and closes when they are gone", async ({ open }) => {
    const page = await open("show=0", { width: 800, height: 400 });
    const before = await geometry(page);
    await page.evaluate(() => scrollBy(0, 20));
    await page.waitForFunction(
      (top) =>
        Math.abs(
          (window.shadow.querySelector(".card") as HTMLElement).getBoundingClientRect().top - top + 20,
        ) < 2,
      {},
      before.top,
    );
    await page.evaluate(() => scrollTo(0, 10_000));
    await page.waitForFunction(() => !window.card.open);
  });

  for (const [width, height] of [
    [320, 256],
    [640, 360],
    [800, 420],
  ] as const) {
    for (const what of ["card", "form"] as const) {
      test(`a long ${what} keeps head and foot in sight at ${width} × ${height} px: its middle scrolls`, async ({
        open,
      }) => {
        const page = await open("show=0,3,16,17", { width, height });
        if (what === "form") await press(page, "correct");
        await geometry(page);
        const { head, middle, foot, low } = await page.evaluate(() => {
          const box = (selector: string) => {
            const { top, bottom } = (
              window.shadow.querySelector(selector) as HTMLElement
            ).getBoundingClientRect();
            return { top, bottom };
          };
          const middle = window.shadow.querySelector(".middle") as HTMLElement;
          const [actions, last] = [box(".actions"), window.shadow.querySelector(".foot")];
          return {
            head: box("#ascribe-heading"),
            // The buttons, and on the card the line below them.
            foot: { top: actions.top, bottom: last ? box(".foot").bottom : actions.bottom },
            middle: {
              ...box(".middle"),
              long: middle.scrollHeight > middle.clientHeight,
              stop: middle.tabIndex,
            },
            low: document.documentElement.clientHeight,
          };
        });
        assert.ok(head.top >= 0 && foot.bottom <= low, JSON.stringify({ head, foot, low }));
        assert.ok(head.bottom <= middle.top + 0.5 && middle.bottom <= foot.top + 0.5);
        assert.ok(middle.bottom - middle.top >= 20, `only ${middle.bottom - middle.top} px are left to read`);
        assert.ok(middle.long && middle.stop === 0, "it is long, and the keyboard reaches it");
        const last = await page.evaluate(() => {
          const middle = window.shadow.querySelector(".middle") as HTMLElement;
          middle.scrollTop = 1e6;
          const rows = [...middle.querySelectorAll("section:last-of-type dd, p.note")];
          return (rows.at(-1) as HTMLElement).getBoundingClientRect().bottom;
        });
        assert.ok(last <= middle.bottom + 1, "its last line can be read");
      });
    }
  }

  for (const theme of ["light", "dark"] as const) {
    test(`has the page's own ground, whatever the system prefers (${theme})`, async ({ open }) => {
      const page = await open("show=0", { theme });
      const ground = () =>
        page.evaluate(
          () => getComputedStyle(window.shadow.querySelector(".card") as HTMLElement).backgroundColor,
        );
      const paint = (style: string) =>
        page.evaluate((style) => {
          (document.querySelector("main") as HTMLElement).style.cssText = style;
          window.card.show(window.passage([0]));
        }, style);
      const [white, black] = ["rgb(255, 255, 255)", "rgb(27, 27, 27)"];
      await paint("background: #fdf6ec; color: #222");
      assert.equal(await ground(), white);
      await paint("background: #15202b; color: #eee");
      assert.equal(await ground(), black);
      // Each notation that a browser leaves as the page wrote it, light and dark.
      for (const [light, dark] of [
        ["oklch(0.95 0.02 80)", "oklch(0.25 0.03 250)"],
        ["oklab(0.95 0.01 0.01)", "oklab(0.25 0 0 / 0.9)"],
        ["lab(95 1 2)", "lab(15 0 none)"],
        ["lch(95 2 80)", "lch(15 3 250)"],
        ["color(display-p3 0.95 0.95 0.9)", "color(display-p3 0.1 0.12 0.15)"],
        ["color(srgb 0.95 0.95 0.9)", "color(srgb 0.1 0.12 0.15)"],
      ]) {
        // Letters that would say the opposite: it is the ground that is read.
        await paint(`background: ${light}; color: #eee`);
        assert.equal(await ground(), white, light);
        await paint(`background: ${dark}; color: #222`);
        assert.equal(await ground(), black, dark);
      }
      // No ground of its own, and letters that tell.
      await page.evaluate(() => document.adoptedStyleSheets.splice(0));
      await paint("color: #ddd");
      assert.equal(await ground(), black);
      await paint("color: #333");
      assert.equal(await ground(), white);
      // Grey letters, as a standfirst has, are read on either: those around them tell.
      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll<HTMLElement>("main p"))
          paragraph.style.color = "#777";
      });
      assert.equal(await ground(), white);
      await paint("color: #ddd");
      assert.equal(await ground(), black);
      for (const [colour, wanted] of [
        ["#fdf6ec", "strip light"],
        ["#15202b", "strip dark"],
      ]) {
        await page.evaluate((colour) => {
          document.body.style.background = colour ?? "";
          window.card.strip([{ at: 0.5, colours: ["#235CF3"] }]);
        }, colour);
        assert.equal(await page.evaluate(() => window.shadow.querySelector(".strip")?.className), wanted);
      }
    });
  }

  test("head, words, foot and notes begin in one line, and Close stands beside the other buttons", async ({
    open,
  }) => {
    const page = await open("show=0", { width: 800 });
    const lefts = (selectors: string[]) =>
      page.evaluate(
        (selectors) =>
          selectors.map((selector) => {
            const found = window.shadow.querySelector(selector) as HTMLElement;
            const words = document.createRange();
            words.selectNodeContents(found);
            return words.getBoundingClientRect().left;
          }),
        selectors,
      );
    const inLine = (all: number[]) =>
      assert.ok(Math.max(...all) - Math.min(...all) <= 1, `they begin at ${all.join(", ")} px`);
    inLine(await lefts([".head", ".middle dt", "[data-do=copy]", ".foot"]));
    const tops = await page.evaluate(() =>
      [...window.shadow.querySelectorAll(".actions button")].map((b) => b.getBoundingClientRect().top),
    );
    assert.equal(new Set(tops).size, 1);
    await press(page, "correct");
    inLine(await lefts(["h2", "form label", "form .note"]));
    await press(page, "remove");
    await page.waitForFunction(() => window.shadow.querySelector("[data-do=undo]") !== null);
    const [line, edge] = await page.evaluate(() => {
      const left = (selector: string) =>
        (window.shadow.querySelector(selector) as HTMLElement).getBoundingClientRect().left;
      return [left(".line"), left(".card")];
    });
    assert.equal(Math.round((line ?? 0) - (edge ?? 0)), 17);
  });

  test("the overview has a tick for each mark where it is, lets every press through, and goes", async ({
    open,
  }) => {
    const page = await open("", { height: 500 });
    const seen = await page.evaluate(() => {
      window.card.strip([
        { at: 0, colours: ["#AA7818"] },
        { at: 0.5, colours: ["#235CF3"] },
      ]);
      const ticks = [...window.shadow.querySelectorAll(".strip > span")].map((tick) =>
        tick.getBoundingClientRect(),
      );
      const { right, top } = ticks[1] as DOMRect;
      const under = document.elementFromPoint(right - 2, top + 1)?.tagName;
      return {
        tops: ticks.map((tick) => Math.round(tick.top)),
        right,
        width: document.documentElement.clientWidth,
        under,
      };
    });
    assert.deepEqual(seen.tops, [1, 249]);
    assert.ok(Math.abs(seen.right - seen.width) < 1);
    assert.notEqual(seen.under, "ASCRIBE-CARD");
    await page.evaluate(() => window.card.strip(null));
    assert.equal(await page.evaluate(() => window.shadow.querySelector(".strip")), null);
  });
});
