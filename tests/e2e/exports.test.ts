// Every export and both pictures of the map, by a real press in the panel, from the browser's folder
// of downloads. Leaves out what an export holds in detail (surfaces/exports.test.ts).

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { KINDS } from "../harness/browsers";
import { downloaded } from "../harness/downloads";
import { annotationsOf, faultsOfJson, linesOf } from "../harness/exported";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { startReader } from "../harness/reader";
import type { Surface } from "../harness/surface";
import { STORY } from "./site";
import { staged } from "./stage";

const NOTE = "Machine-made: check against the original.";
const LAST = "A mark shows that someone said it, not that it is true.";

for (const kind of KINDS) {
  describe(`${kind}: exports`, () => {
    const on = staged(kind, {
      start: async (kind) => {
        folder = await mkdtemp(join(tmpdir(), "ascribe-exports-"));
        return startReader(kind, { downloads: folder });
      },
      ready: async ({ reader: { page, running }, site }) => {
        await page.goto(`${site.origin}${STORY}`);
        await page.bringToFront();
        await marksWhen(page, (marks) => "denials" in marks);
        panel = await openPanel(running, page);
        await panel.waitFor(() => document.querySelector("[data-actor]") !== null);
      },
    });
    let panel: Surface;
    let folder: string;
    after(() => rm(folder, { recursive: true, force: true }));

    const saved = async (ending: string) => (await downloaded(folder, ending)).bytes;

    async function choose(place: number): Promise<void> {
      await panel.click(".menu > summary");
      await panel.click(`.items > button:nth-of-type(${place})`);
      await panel.waitFor(() => document.querySelector(".menu[open]") === null);
    }

    it("Markdown", async () => {
      await choose(1);
      const text = (await saved(".md")).toString();
      for (const part of [`${on.site.origin}${STORY}`, NOTE, LAST, "hiding any catches"]) {
        assert.ok(text.includes(part), part);
      }
    });

    it("CSV, and only what is shown", async () => {
      await panel.click("[data-group=statements]");
      await panel.waitFor(
        () => document.querySelector("[data-group=statements]")?.getAttribute("aria-checked") === "false",
      );
      await choose(2);
      const lines = linesOf((await saved(".csv")).toString());
      assert.ok(lines.some(({ kind, exact_words }) => kind === "denial" && exact_words?.includes("catches")));
      assert.ok(lines.every(({ kind }) => kind !== "statement"));
      await panel.click("[data-group=statements]");
    });

    it("JSON of the engine's schema", async () => {
      await choose(3);
      const file = JSON.parse((await saved(".json")).toString());
      assert.deepEqual(faultsOfJson(file), []);
      assert.equal(file.source.url, `${on.site.origin}${STORY}`);
    });

    it("JSON-LD, one annotation for each statement", async () => {
      await choose(4);
      const annotations = await annotationsOf((await saved(".jsonld")).toString());
      const file = JSON.parse((await saved(".json")).toString());
      assert.equal(annotations.length, file.analysis.attributions.length);
    });

    it("the map as SVG, which stands alone and names everybody", async () => {
      await panel.click("#tab-map");
      await panel.waitFor(() => document.querySelector(".map svg .arrow") !== null);
      await panel.click(".map .ways button:nth-of-type(1)");
      const text = (await saved(".svg")).toString();
      for (const part of ["Norway", "Iceland", `${on.site.origin}${STORY}`, NOTE, LAST]) {
        assert.ok(
          text
            .replaceAll("</text>", " ")
            .replace(/<text[^>]*>/g, "")
            .includes(part),
          part,
        );
      }
      // Nothing that only our own page has: variables, classes' rules, other files.
      assert.doesNotMatch(text, /var\(|(?:href|src)="|url\(/);
      const size = await sizeOf(panel, "image/svg+xml", Buffer.from(text));
      assert.deepEqual([size.width, size.height], attributesOf(text));
      assert.ok(size.colours > 2, "the picture is empty");
    });

    it("the map as PNG, twice as fine", async () => {
      await panel.click(".map .ways button:nth-of-type(2)");
      const png = await sizeOf(panel, "image/png", await saved(".png"));
      const [width = 0, height = 0] = attributesOf((await saved(".svg")).toString());
      assert.deepEqual([png.width, png.height], [width * 2, height * 2]);
      assert.ok(png.colours > 2, "the picture is empty");
    });
  });
}

function attributesOf(svg: string): number[] {
  return ["width", "height"].map((name) => Number(new RegExp(`<svg[^>]* ${name}="(\\d+)"`).exec(svg)?.[1]));
}

/** A picture as a browser decodes it: its size, and how many colours it has. */
function sizeOf(
  surface: Surface,
  type: string,
  bytes: Buffer,
): Promise<{ width: number; height: number; colours: number }> {
  return surface.evaluate(
    async (address: string) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { naturalWidth: width, naturalHeight: height } = image;
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
      context.drawImage(image, 0, 0);
      const colours = new Set(new Uint32Array(context.getImageData(0, 0, width, height).data.buffer));
      return { width, height, colours: colours.size };
    },
    `data:${type};base64,${bytes.toString("base64")}`,
  );
}
