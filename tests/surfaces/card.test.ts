// The card on a page that does its worst: what it says, where it stands, how it closes, and that it
// leaves the page's focus and scroll alone. In both browsers, under a strict policy.

import assert from "node:assert/strict";
import type { Page } from "puppeteer-core";
import type { Correction } from "../../extension/src/corrections/changes";
import { assertAccessible, stage } from "./stage";

interface Window {
  shadow: ShadowRoot;
  shadowMode: string;
  calls: unknown[];
  card: import("../../extension/src/card/contract").Card;
  passage(attributions: number[], more?: object): import("../../extension/src/card/contract").Passage;
}
declare const window: Window & typeof globalThis;
/** The first word of the headline. */
const WORDS = { start: 0, end: 7 };

const text = (page: Page) =>
  page.evaluate(() => {
    const rows = [...window.shadow.querySelectorAll("h2, dt, dd")];
    return rows.map((row) => (row.textContent ?? "").trim().replace(/\s+/g, " "));
  });
const press = (page: Page, what: string) =>
  page.evaluate((name) => window.shadow.querySelector<HTMLElement>(`[data-do=${name}]`)?.click(), what);
const calls = (page: Page) => page.evaluate(() => window.calls);
const isOpen = (page: Page) => page.evaluate(() => window.card.open);

/** The card's box, the words' boxes and the window, once the card has its place. */
const geometry = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((settle) => requestAnimationFrame(() => setTimeout(settle)));
    const card = window.shadow.querySelector(".card") as HTMLElement;
    const { left, top, right, bottom } = card.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    return { left, top, right, bottom, width, height, shown: card.matches(":popover-open") };
  });

stage("card", { csp: true }, (_, test) => {
  test("says who accuses whom of what, by which words, and what is replied", async ({ open }) => {
    assert.deepEqual(await text(await open("show=0")), [
      "Accusation → Norway",
      "Who says so",
      "Iceland",
      "Says",
      "hiding mackerel catches",
      "Words used",
      "“accuses” the reporter’s words",
      "Reply here",
      "Oslo “denies the charge” Jump",
    ]);
  });

  test("says how an actor was worked out, and through whom it speaks", async ({ open }) => {
    const denial = await text(await open("show=1"));
    assert.equal(denial[2], "Norway “Oslo”, worked out from nearby text");
    const spoken = await text(await open("show=7"));
    assert.deepEqual(spoken.slice(3, 5), ["Through", "Lars Brekke"]);
    const unnamed = await text(await open("show=11"));
    assert.equal(unnamed[2], "Two officials close to the talks not named in the article");
  });

  test("lists nested marks, the outermost first, on one card", async ({ open }) => {
    const headings = (await text(await open("show=16,17"))).filter((line) =>
      /^(Accusation|Denial)/.test(line),
    );
    assert.deepEqual(headings, ["Accusation → Iceland", "Denial"]);
  });

  test("its root is closed, and it is the only thing added to the page", async ({ open }) => {
    const page = await open("show=0");
    assert.equal(await page.evaluate(() => window.shadowMode), "closed");
    assert.equal(await page.evaluate(() => document.querySelectorAll("ascribe-card").length), 1);
    assert.equal(await page.evaluate(() => document.querySelector("ascribe-card")?.shadowRoot), null);
    await page.evaluate(() => window.card.remove());
    assert.equal(await page.evaluate(() => document.querySelectorAll("ascribe-card").length), 0);
  });

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

  test("the page's styles do not reach it", async ({ open }) => {
    const page = await open("show=0", { width: 800 });
    const style = await page.evaluate(() => {
      const card = window.shadow.querySelector(".card") as HTMLElement;
      const { fontSize, letterSpacing, opacity, color, display } = getComputedStyle(card);
      return { fontSize, letterSpacing, opacity, color, display, wide: card.getBoundingClientRect().width };
    });
    assert.equal(style.fontSize, "14px");
    assert.equal(style.letterSpacing, "normal");
    assert.equal(style.opacity, "1");
    assert.equal(style.color, "rgb(29, 29, 31)");
    assert.equal(style.display, "flex");
    assert.ok(style.wide <= 376);
  });

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

  test("on hover it takes neither focus nor scroll; by keyboard it takes the focus and gives it back", async ({
    open,
  }) => {
    const page = await open("show=0&focus");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Subscribe");
    assert.equal(await page.evaluate(() => scrollY), 0);
    const keyed = await open("show=0&focus&keyboard");
    assert.equal(await keyed.evaluate(() => document.activeElement?.tagName), "ASCRIBE-CARD");
    await keyed.keyboard.press("Tab");
    assert.equal(await keyed.evaluate(() => window.shadow.activeElement?.getAttribute("data-do")), "jump");
    await keyed.keyboard.press("Escape");
    assert.equal(await isOpen(keyed), false);
    assert.equal(await keyed.evaluate(() => document.activeElement?.textContent), "Subscribe");
  });

  test("Escape closes without moving the pointer and stays with us", async ({ open }) => {
    const page = await open("show=0");
    await page.evaluate(() => addEventListener("keydown", () => window.calls.push("the page saw it")));
    await page.keyboard.press("Escape");
    assert.equal(await isOpen(page), false);
    assert.deepEqual(await calls(page), [["dismissed"]]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await calls(page), [["dismissed"], "the page saw it"]);
  });

  test("a press elsewhere closes it, one on the card does not", async ({ open }) => {
    const page = await open("show=0");
    const box = await geometry(page);
    await page.mouse.click(box.left + 20, box.top + 12);
    assert.equal(await isOpen(page), true);
    // Letters are higher in one browser than in the other: the card may leave room below or above.
    const outside = box.bottom + 20 < box.height ? box.bottom + 20 : box.top - 20;
    assert.ok(outside > 0 && outside < box.height, "the card leaves a place to press beside it");
    await page.mouse.click(box.left + 20, outside);
    assert.equal(await isOpen(page), false);
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

  test("its buttons jump, keep to a speaker and correct", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "only");
    await press(page, "jump");
    assert.deepEqual(await calls(page), [["only", 0], ["dismissed"], ["jump", 1]]);
    assert.equal(await isOpen(page), false);
  });

  test("a correction is one call, says what was saved, and can be undone", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "correct");
    await page.evaluate(() => {
      for (const [name, value] of [
        ["kind", "criticism"],
        ["speaker", "Norway"],
        ["same", "Halla Jonsdottir"],
      ]) {
        const select = window.shadow.querySelector<HTMLSelectElement>(`select[name=${name}]`);
        if (select && value) select.value = value;
      }
    });
    await press(page, "save");
    const made = (await calls(page)) as [string, Correction, unknown][];
    assert.equal(made.length, 1);
    const [what, { id, changes }, clear] = made[0] as [string, Correction, unknown];
    assert.deepEqual(
      [what, changes.map((change) => change.type), clear],
      ["correct", ["kind", "speaker", "same"], null],
    );
    for (const change of changes) if ("passage" in change) assert.match(change.passage, /^[0-9a-f]{16}$/);
    await page.waitForFunction(() => window.shadow.querySelector("[data-do=undo]") !== null);
    const said = await page.evaluate(() => window.shadow.querySelector(".line")?.textContent);
    assert.equal(said, "Saved: Kind: Criticism; Speaker: Norway; Iceland is the same as Halla Jonsdottir");
    assert.equal(await page.evaluate(() => window.shadow.querySelector("[role=status]")?.textContent), said);
    await press(page, "undo");
    assert.deepEqual((await calls(page)).slice(1), [["undo", id], ["dismissed"]]);
    assert.equal(await isOpen(page), false);
  });

  test("title and first words are kept only where the reader says so", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "correct");
    await page.evaluate(() => window.shadow.querySelector<HTMLInputElement>("input[name=clear]")?.click());
    await press(page, "remove");
    const [made] = (await calls(page)) as [string, Correction, unknown][];
    assert.deepEqual(made?.[2], { title: "card", words: "hiding mackerel catches" });
  });

  test("what could not be kept is not said to be saved", async ({ open }) => {
    const page = await open("show=0&full");
    await press(page, "correct");
    await press(page, "remove");
    await page.waitForFunction(() =>
      window.shadow.querySelector(".line")?.textContent?.startsWith("Changed here, but it could not be kept"),
    );
  });

  test("each mark under the pointer can be corrected, not only the outermost", async ({ open }) => {
    const page = await open("show=16,17");
    const names = await page.evaluate(() =>
      [...window.shadow.querySelectorAll("[data-do=correct]")].map((e) => e.getAttribute("aria-label")),
    );
    assert.deepEqual(names, [
      "Not right? Accusation → Iceland, picking a fight before an election",
      "Not right? Denial, that, saying the records “speak for themselves”",
    ]);
    await page.evaluate(() => window.shadow.querySelectorAll<HTMLElement>("[data-do=correct]")[1]?.click());
    const kind = () =>
      page.evaluate(() => window.shadow.querySelector<HTMLSelectElement>("[name=kind]")?.value);
    assert.equal(await kind(), "denial");
  });

  test("another name, another target, an answer untied and other words are changes", async ({ open }) => {
    const page = await open("show=0");
    await press(page, "correct");
    await page.evaluate(async () => {
      const set = (name: string, value: string) => {
        const field = window.shadow.querySelector<HTMLSelectElement>(`[name=${name}]`);
        if (!field) throw new Error(name);
        field.value = value;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      };
      set("speaker", "\n");
      set("speaker-other", " Runa   Lund ");
      set("target", "European Union");
      window.shadow.querySelector<HTMLInputElement>("[name=reply]")?.click();
      set("add", "5");
      const text = document.querySelector("main > p")?.firstChild as Text;
      document.getSelection()?.setBaseAndExtent(text, 0, text, 7);
      await new Promise((settle) => document.addEventListener("selectionchange", settle, { once: true }));
    });
    const note = await page.evaluate(() => window.shadow.querySelector("form [role=status]")?.textContent);
    assert.equal(note, "The words are now: “Iceland”");
    await press(page, "save");
    const [made] = (await calls(page)) as [string, Correction][];
    assert.deepEqual(
      made?.[1].changes.map((change) => ({ ...change, passage: undefined })),
      [
        { type: "speaker", passage: undefined, actor: "Runa Lund" },
        { type: "target", passage: undefined, actor: "European Union" },
        { type: "reply", passage: undefined, to: null },
        { type: "reply", passage: undefined, to: (made?.[1].changes[0] as { passage: string }).passage },
        {
          type: "words",
          passage: undefined,
          words: [
            { ...WORDS, block: (made?.[1].changes[4] as { words: { block: string }[] }).words[0]?.block },
          ],
        },
      ],
    );
  });

  test("a statement that was missed can be added from the words selected", async ({ open }) => {
    const page = await open("");
    await page.evaluate(() => {
      const passage = window.passage([4], { selected: () => [{ block: 5, start: 0, end: 9 }] });
      window.card.note("Nothing was found here.", passage.anchor, passage);
    });
    await press(page, "add");
    await press(page, "save");
    const [made] = (await calls(page)) as [string, Correction][];
    const change = made?.[1].changes[0];
    assert.equal(change?.type, "missed");
    assert.deepEqual(change?.type === "missed" && [change.kind, change.actor, change.words[0]?.end], [
      "statement",
      null,
      9,
    ]);
    await page.waitForFunction(() =>
      window.shadow.querySelector(".line")?.textContent?.startsWith("Saved: Added: unclear who, Statement"),
    );
  });

  for (const [width, height] of [
    [320, 256],
    [640, 360],
    [800, 420],
  ] as const) {
    test(`a long card keeps head and foot in sight at ${width} × ${height} px: its middle scrolls`, async ({
      open,
    }) => {
      const page = await open("show=0,3,16,17", { width, height });
      await geometry(page);
      const {
        head,
        middle,
        foot,
        close,
        window: low,
      } = await page.evaluate(() => {
        const box = (selector: string) => {
          const { top, bottom } = (
            window.shadow.querySelector(selector) as HTMLElement
          ).getBoundingClientRect();
          return { top, bottom };
        };
        const middle = window.shadow.querySelector(".middle") as HTMLElement;
        return {
          head: box("#ascribe-heading"),
          foot: box(".foot"),
          close: box("[data-do=close]"),
          middle: {
            ...box(".middle"),
            long: middle.scrollHeight > middle.clientHeight,
            stop: middle.tabIndex,
          },
          window: document.documentElement.clientHeight,
        };
      });
      assert.ok(head.top >= 0 && foot.bottom <= low, JSON.stringify({ head, foot, low }));
      assert.ok(close.bottom <= foot.top && middle.bottom <= close.top + 0.5);
      assert.ok(middle.bottom - middle.top >= 20, `only ${middle.bottom - middle.top} px are left to read`);
      assert.ok(middle.long && middle.stop === 0, "it is long, and the keyboard reaches it");
      await page.evaluate(() => {
        (window.shadow.querySelector(".middle") as HTMLElement).scrollTop = 1e6;
      });
      const last = await page.evaluate(() => {
        const rows = [...window.shadow.querySelectorAll("section:last-of-type dd")];
        return (rows.at(-1) as HTMLElement).getBoundingClientRect().bottom;
      });
      assert.ok(last <= middle.bottom + 1, "its last line can be read");
    });
  }

  test("past its last button Tab goes on where the words are, and back before them", async ({ open }) => {
    for (const [back, wanted] of [
      [false, "after"],
      [true, "Subscribe"],
    ] as const) {
      const page = await open("show=4&keyboard");
      await page.evaluate(() => {
        for (const [where, name] of [
          [8, "after"],
          [10, "far"],
        ] as const) {
          const link = document.createElement("a");
          link.href = "#";
          link.textContent = name;
          document.querySelectorAll("main > p")[where]?.append(link);
        }
      });
      if (back) await page.keyboard.down("Shift");
      else await page.evaluate(() => window.shadow.querySelector<HTMLElement>("[data-do=close]")?.focus());
      await page.keyboard.press("Tab");
      if (back) await page.keyboard.up("Shift");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), wanted);
      assert.equal(await isOpen(page), false);
    }
  });

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
      // No ground of its own, and letters that tell.
      await page.evaluate(() => document.adoptedStyleSheets.splice(0));
      await paint("color: #ddd");
      assert.equal(await ground(), black);
      await paint("color: #333");
      assert.equal(await ground(), white);
      await page.evaluate(() => window.card.strip([{ at: 0.5, colour: "#235CF3" }]));
      assert.notEqual(
        await page.evaluate(() => window.shadow.querySelector(".strip.light, .strip.dark")),
        null,
      );
    });
  }

  test("has a link to its passage", async ({ open }) => {
    const page = await open("show=9");
    await page.evaluate(() => {
      Object.defineProperty(navigator, "clipboard", {
        value: { writeText: async (text: string) => void window.calls.push(text) },
      });
    });
    await press(page, "link");
    await page.waitForFunction(() => window.calls.length > 0);
    assert.match(String((await calls(page))[0]), /card\.html\?.*#:~:text=2%2C000%20jobs%20could%20be%20lost/);
  });

  test("in private windows no correction is offered", async ({ open }) => {
    const page = await open("show=0&private");
    assert.equal(await page.evaluate(() => window.shadow.querySelector("[data-do=correct]")), null);
  });

  test("a host that the page removes comes back at the next show", async ({ open }) => {
    const page = await open("show=0");
    await page.evaluate(() => {
      document.querySelector("ascribe-card")?.remove();
      window.card.show(window.passage([3]));
    });
    assert.ok((await geometry(page)).shown);
  });

  test("the overview has a tick for each mark where it is, lets every press through, and goes", async ({
    open,
  }) => {
    const page = await open("", { height: 500 });
    const seen = await page.evaluate(() => {
      window.card.strip([
        { at: 0, colour: "#AA7818" },
        { at: 0.5, colour: "#235CF3" },
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

  for (const theme of ["light", "dark"] as const) {
    test(`axe-core has nothing to say about card and form, ${theme}`, async ({ open }) => {
      const page = await open("show=16,17", { theme, width: 700 });
      // axe-core cannot look into a closed root: the same card, moved into an open one.
      await page.evaluate(openUp);
      await assertAccessible(page, "#open");
      const form = await open("show=0", { theme, width: 700 });
      await press(form, "correct");
      await form.evaluate(openUp);
      await assertAccessible(form, "#open");
    });
  }

  test("every control is at least 24 px", async ({ open }) => {
    const page = await open("show=0");
    const sizes = await page.evaluate(() =>
      [...window.shadow.querySelectorAll("button")].map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
    assert.ok(sizes.length >= 5);
    assert.ok(Math.min(...sizes) >= 24, sizes.join());
  });
});

/** Runs in the page: the card's own nodes and sheets in an open root. */
function openUp(): void {
  const card = window.shadow.querySelector(".card") as HTMLElement;
  const sheets = [...window.shadow.adoptedStyleSheets];
  const host = document.createElement("div");
  host.id = "open";
  document.adoptedStyleSheets = [];
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = sheets;
  document.querySelector("main")?.replaceChildren(host);
  card.hidePopover();
  card.removeAttribute("popover");
  // In place of what place.ts gave it: here nothing scrolls.
  card.style.cssText = "position: static; max-block-size: none; max-inline-size: 376px";
  root.append(card);
}
