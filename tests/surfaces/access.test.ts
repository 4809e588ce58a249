// What WCAG asks of every surface beyond what axe-core sees: focus that can be followed and seen, letters
// twice as large, no motion where none is wanted, forced colours. Sizes of targets are in stage.ts.

import assert from "node:assert/strict";
import { assertNothingClipped, stage } from "./stage";

const SURFACES = [
  { name: "panel", style: "panel/panel.css", width: 380 },
  { name: "options", style: "options/options.css", width: 800 },
  { name: "welcome", style: "welcome/welcome.css", width: 800 },
  { name: "reading", style: "reading/reading.css", width: 800 },
  { name: "compare", style: "compare/compare.css", width: 1000 },
] as const;

interface Stop {
  name: string;
  outline: number;
}

for (const { name, style, width } of SURFACES) {
  stage(name, { style }, (_, test) => {
    test("the focus goes through everything in its order, and is seen at each", async ({ open }) => {
      const page = await open("", { width });
      const reachable = await page.evaluate(controls);
      const stops: Stop[] = [];
      for (let i = 0; i < reachable.length; i++) {
        await page.keyboard.press("Tab");
        stops.push(await page.evaluate(stop));
      }
      assert.deepEqual(
        stops.map(({ name }) => name),
        reachable,
      );
      for (const { name, outline } of stops) assert.ok(outline >= 2, `${name} shows no focus`);
    });

    test("with letters twice as large nothing is clipped", async ({ open }) => {
      const page = await open("", { width });
      await page.evaluate(() => {
        const root = document.documentElement;
        root.style.fontSize = `${Number.parseFloat(getComputedStyle(root).fontSize) * 2}px`;
      });
      await assertNothingClipped(page);
    });

    test("nothing moves unless motion is welcome", async ({ open, kind }) => {
      const page = await open("", { width });
      assert.deepEqual(await page.evaluate(unguardedMotion), []);
      if (kind === "firefox") return; // the rules are the same; no command asks for calm there
      await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll("*")]
          .filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return transitionDuration !== "0s" || animationName !== "none";
          })
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(moving, []);
    });

    test("in forced colours words stand out from their ground, and marks keep their lines", async ({
      open,
      kind,
    }) => {
      if (kind === "firefox") return; // no command switches forced colours on there
      const page = await open("", { width });
      const session = await page.createCDPSession();
      await session.send("Emulation.setEmulatedMedia", {
        features: [{ name: "forced-colors", value: "active" }],
      });
      const faults = await page.evaluate(invisible);
      assert.deepEqual(faults, []);
    });
  });
}

/** Runs in the page: everything that Tab should reach, in the order of the document. */
function controls(): string[] {
  const seen = new Set<string>();
  return [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && (element.checkVisibility() || element.matches(".only")))
    .filter((element) => {
      // Of a group of radio buttons Tab reaches the chosen one.
      if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
      return element.checked && !seen.has(element.name) && seen.add(element.name);
    })
    .map((element) => element.outerHTML.replace(/>.*/s, ">"));
}

/** Runs in the page: what has the focus, and the line around it or around what it stands in. */
function stop(): Stop {
  const element = document.activeElement as HTMLElement;
  const around = [element, element.closest<HTMLElement>(".button")].map((each) =>
    each && getComputedStyle(each).outlineStyle !== "none"
      ? Number.parseFloat(getComputedStyle(each).outlineWidth)
      : 0,
  );
  return { name: element.outerHTML.replace(/>.*/s, ">"), outline: Math.max(...around) };
}

/** Runs in the page: rules that move something and stand outside a query for who welcomes motion. */
function unguardedMotion(): string[] {
  const walk = (rules: CSSRuleList, guarded: boolean): string[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSMediaRule) {
        return walk(rule.cssRules, guarded || rule.conditionText.includes("prefers-reduced-motion"));
      }
      if (!(rule instanceof CSSStyleRule) || guarded) return [];
      const { transitionProperty, animationName, scrollBehavior } = rule.style;
      const moves = transitionProperty !== "" || animationName !== "" || scrollBehavior === "smooth";
      return moves ? [rule.selectorText] : [];
    });
  return [...document.styleSheets].flatMap((sheet) => walk(sheet.cssRules, false));
}

/** Runs in the page: words as pale as their ground, and lines that are gone. */
function invisible(): string[] {
  const lines: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("button, label, summary, h1, h2, p, dt, dd")) {
    if (!element.checkVisibility() || (element.textContent ?? "").trim() === "") continue;
    const { color, backgroundColor } = getComputedStyle(element);
    if (color === backgroundColor)
      lines.push(`${element.outerHTML.slice(0, 80)} has the colour of its ground`);
  }
  for (const mark of document.querySelectorAll("mark, .sample-text, .passage .kind")) {
    const { textDecorationLine } = getComputedStyle(mark);
    if (!textDecorationLine.includes("underline"))
      lines.push(`${mark.outerHTML.slice(0, 80)} has lost its line`);
  }
  return lines;
}
