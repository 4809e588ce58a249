// The map: where its actors stand (in numbers, at every width), and that its arrows differ without
// colour and open their passages (in both browsers).

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { along, bend, lane, pathOf } from "../../extension/src/panel/map/arrows";
import { extent, type MapNode } from "../../extension/src/panel/map/graph";
import { layOut } from "../../extension/src/panel/map/layout";
import { crowd } from "./crowd";
import { analysis } from "./fixture";
import { tell } from "./panel-page";
import { assertAccessible, assertNothingClipped, assertTargets, stage } from "./stage";

/** From a narrow side panel to a wide one, without the padding of the view. */
const WIDTHS = [304, 384, 560, 720];

describe("the map's layout", () => {
  for (const count of [2, 5, 12, 16]) {
    for (const width of WIDTHS) {
      it(`${count} actors at ${width} px: no label overlaps another or leaves the drawing`, () => {
        const { nodes, height } = drawn(count, width);
        assert.equal(nodes.length, count);
        for (const [i, a] of nodes.entries()) {
          const { side, up, down } = extent(a);
          assert.ok(a.x - side >= -0.5 && a.x + side <= width + 0.5, `${a.name} leaves at the side`);
          assert.ok(a.y - up >= 0 && a.y + down <= height, `${a.name} leaves above or below`);
          for (const b of nodes.slice(i + 1)) {
            const apart =
              Math.abs(a.x - b.x) >= side + extent(b).side ||
              (a.y <= b.y ? b.y - a.y >= down + extent(b).up : a.y - b.y >= extent(b).down + up);
            assert.ok(apart, `${a.name} and ${b.name} overlap`);
          }
        }
      });
    }

    it(`${count} actors: every arrow has a length to be seen`, () => {
      for (const width of WIDTHS) {
        const { nodes, arrows } = drawn(count, width);
        const of = (actor: number) => nodes.find((node) => node.actor === actor) as MapNode;
        for (const arrow of arrows) {
          const points = along(bend(of(arrow.from), of(arrow.to), lane(arrow, arrows)), 12);
          const [first, last] = [points[0], points[11]];
          assert.ok(first && last);
          const length = Math.hypot(first.x - last.x, first.y - last.y);
          assert.ok(length >= 12, `${of(arrow.from).name} → ${of(arrow.to).name} at ${width}: ${length}`);
        }
      }
    });

    it(`${count} actors: each tip touches the circle that it is about, or the name below it`, () => {
      for (const width of WIDTHS) {
        const { nodes, arrows } = drawn(count, width);
        const of = (actor: number) => nodes.find((node) => node.actor === actor) as MapNode;
        assert.ok(arrows.length > 0);
        for (const arrow of arrows) {
          const { head } = pathOf(arrow, arrows, of);
          const [x = Number.NaN, y = Number.NaN] = head.match(/[\d.-]+/g)?.map(Number) ?? [];
          const { x: cx, y: cy, radius, name } = of(arrow.to);
          const { side, down } = extent(of(arrow.to));
          const fromCircle = Math.hypot(x - cx, y - cy) - radius;
          const fromName = Math.hypot(
            Math.max(Math.abs(x - cx) - side, 0),
            Math.max(y - cy - down, cy - y, 0),
          );
          const gap = Math.min(fromCircle, fromName);
          assert.ok(gap <= 4 && fromCircle >= 0, `${name} at ${width} px: ${gap}`);
        }
      }
    });
  }

  it("more than there is room for: nobody stands alone, and what is not drawn is told", () => {
    const { nodes, arrows, undrawn, apart } = drawn(24, 384);
    assert.ok(nodes.length <= 16);
    for (const { actor, name } of nodes) {
      assert.ok(
        arrows.some(({ from, to }) => from === actor || to === actor),
        `${name} has no arrow`,
      );
    }
    const names = crowd(24).actors.map(({ name }) => name);
    const told = undrawn.map(({ from, to }) => `${names[from]} → ${names[to]}`);
    assert.ok(told.includes("Sund Rowing Club → Old Quay Residents"), told.join(", "));
    assert.ok(apart.some((actor) => names[actor] === "Sund Rowing Club"));
  });

  it("the same article gives the same map", () => {
    assert.deepEqual(drawn(12, 384), drawn(12, 384));
  });
});

function drawn(count: number, width: number) {
  const analysis = crowd(count);
  return layOut(analysis, new Set(analysis.attributions.keys()), width);
}

stage("panel", { style: "panel/panel.css" }, (_, test) => {
  test("two dozen actors: every relation is told in words, those left out are named when asked", async ({
    open,
  }) => {
    const page = await open("crowd=24", { width: 320 });
    await page.locator("#tab-map").click();
    await page.waitForSelector(".map svg .arrow");
    const told = await page.$$eval(".map li > [data-row]", (rows) => rows.map((row) => row.textContent));
    assert.ok(told.includes("Sund Rowing Club accuses Old Quay Residents (1)"), told.join("\n"));
    const last = told.length - 1;
    await page.$$eval(".map li > [data-row]", (rows, at) => (rows[at] as HTMLElement).click(), last);
    await page.waitForSelector(".map [aria-expanded=true] + .inner [data-passage]");
    await page.locator(".map details summary").click();
    const named = await page.$eval(".map details p", (p) => p.textContent);
    assert.ok(named?.includes("Sund Rowing Club"), named ?? "");
    await assertAccessible(page);
    await assertNothingClipped(page);
    await assertTargets(page);
  });

  test("of several the verb is in the plural, in every language", async ({ open }) => {
    for (const [lang, one, many] of [
      ["en", "Iceland accuses Norway (2)", "Iceland accuse Norway (2)"],
      ["de", "Iceland wirft Norway etwas vor (2)", "Iceland werfen Norway etwas vor (2)"],
      ["fr", "Iceland accuse Norway (2)", "Iceland accusent Norway (2)"],
      ["es", "Iceland acusa a Norway (2)", "Iceland acusan a Norway (2)"],
    ] as const) {
      const page = await open(`lang=${lang}`);
      await page.locator("#tab-map").click();
      await page.waitForSelector(".map svg .arrow");
      const line = () => page.$$eval(".map li > [data-row]", (rows) => rows.map((row) => row.textContent));
      assert.ok((await line()).includes(one), (await line()).join("\n"));
      const actors = analysis.actors.map((actor, i) => (i === 0 ? { ...actor, kind: "group" } : actor));
      await tell(page, { analysis: { ...analysis, actors } });
      await page.waitForFunction(
        (many) => [...document.querySelectorAll(".map li")].some((row) => row.textContent?.includes(many)),
        {},
        many,
      );
    }
  });

  test("right to left, a name that is cut short ends where it is read to its end", async ({ open }) => {
    const page = await open("rtl&crowd=16", { width: 380 });
    await page.locator("#tab-map").click();
    await page.waitForSelector(".map svg .arrow");
    const places = await page.$$eval(".map svg text", (all) =>
      all
        .filter((text) => text.textContent?.endsWith("…"))
        .map((text) => {
          const label = text as SVGTextElement;
          return [0, label.getNumberOfChars() - 1].map((at) => label.getExtentOfChar(at).x);
        }),
    );
    assert.ok(places.length > 0, "no name is cut short");
    for (const [first = 0, last = 0] of places) assert.ok(last > first, `${first} … ${last}`);
  });

  for (const theme of ["light", "dark"] as const) {
    test(`a dozen actors, ${theme}: arrows differ by their lines, names are whole, each opens its passages`, async ({
      open,
    }) => {
      const page = await open("crowd=12", { theme, width: 400 });
      await page.locator("#tab-map").click();
      await page.waitForSelector(".map svg .arrow");
      const lines = await page.$$eval(".map svg .arrow", (arrows) =>
        arrows.map((arrow) =>
          // The first path is the unseen one that is pressed, the last the head.
          [...arrow.querySelectorAll("path")]
            .slice(1, -1)
            .map((path) => path.getAttribute("stroke-dasharray") ?? "whole")
            .join("+"),
        ),
      );
      assert.equal(new Set(lines).size, 4, [...new Set(lines)].join(" · "));
      const named = await page.$$eval(".map svg text", (all) =>
        all.map((text) => text.textContent).join(" "),
      );
      for (const name of ["Norrlast Shipping", "Havtrygd", "Runa Lund", "Jonas Reit"]) {
        assert.ok(named.includes(name), name);
      }
      await page.$eval(".map svg .arrow", (arrow) => arrow.dispatchEvent(new MouseEvent("click")));
      await page.waitForSelector(".map [aria-expanded=true] + .inner [data-passage]");
      await assertAccessible(page);
      await assertNothingClipped(page);
    });
  }
});
