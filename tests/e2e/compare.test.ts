// Two articles kept by the panel and laid beside each other, from the first press to the end of the browser: rows,
// filters, a jump, exports, the empty list, and that nothing of it outlives the browser. Leaves out what the page shows
// in detail (surfaces/compare.test.ts).

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ARTICLE_CSS, pageOfText } from "../harness/article";
import { KINDS } from "../harness/browsers";
import { downloaded } from "../harness/downloads";
import { faultsOfJson, linesOf } from "../harness/exported";
import { marksWhen } from "../harness/marks";
import { openPanel } from "../harness/panel";
import { change, type Reader, startAgain, startReader } from "../harness/reader";
import { page as route, type Server, serve } from "../harness/server";
import { openSurface, type Surface } from "../harness/surface";

const ONE = `Union says mill hid readings of gas

Norway’s Paper Workers’ Union accused Sweden of hiding readings of chlorine gas from the night shift at the mill. The mill stands by the river and has three halls, the oldest of them from before the war.

“They knew the numbers and they kept them in a drawer,” Ilse Moran, the secretary of the union, told reporters on Monday. She said that eleven people had been sent home with burning eyes since May.

Denmark said it would send two inspectors to the mill next week, and that their report would be open to everybody who works there.`;

const OTHER = `Sweden rejects charge over gas

Norway’s Paper Workers’ Union accused Sweden of keeping readings of chlorine gas from workers on the night shift. Sweden denied hiding any readings, and said that every number was on the board by the door.

“They knew the numbers,” Ilse Moran claimed on Tuesday. Finland’s minister of labour, Mika Salo, said he would read the report before he spoke about it.`;

for (const kind of KINDS) {
  describe(`${kind}: two articles beside each other`, () => {
    let profile: string;
    let downloads: string;
    let site: Server;
    let reader: Reader;
    let compare: Surface;
    const folders: string[] = [];
    const folder = async (name: string) => {
      const made = await mkdtemp(join(tmpdir(), `ascribe-${name}-`));
      folders.push(made);
      return made;
    };

    before(async () => {
      profile = await folder("profile");
      downloads = await folder("downloads");
      site = await serve([
        route("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
        route("/news/one.html", pageOfText(ONE)),
        route("/news/other.html", pageOfText(OTHER)),
      ]);
      reader = await startReader(kind, { profile, downloads });
    });
    after(async () => {
      await reader?.running.browser.close();
      await site?.close();
      for (const each of folders) await rm(each, { recursive: true, force: true });
    });

    /** Opens the article and presses "Keep for comparing" in its panel. */
    async function keep(path: string): Promise<string> {
      const { page, running } = reader;
      await page.goto(`${site.origin}${path}`);
      await page.bringToFront();
      await marksWhen(page, (marks) => "accusations" in marks);
      const panel = await openPanel(running, page);
      await panel.click("[data-keep]");
      const said = await panel.waitFor(() => document.querySelector(".outcome")?.textContent);
      await panel.close();
      return said;
    }

    it("are kept at a press, and nothing before it", async () => {
      const held = () =>
        reader.inside.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
      assert.deepEqual(await held(), []);
      assert.match(await keep("/news/one.html"), /1 of 6/);
      assert.deepEqual(await held(), ["basket"]);
      assert.match(await keep("/news/other.html"), /2 of 6/);
      const text = await reader.inside.evaluate(async () =>
        JSON.stringify(await chrome.storage.session.get(null)),
      );
      assert.ok(text.includes("They knew the numbers"));
      assert.ok(!text.includes("from before the war"), "words of nobody are kept");
    });

    it("have a row for each voice, and filters", async () => {
      compare = await openSurface(reader.running, "compare.html");
      await compare.waitFor(() => document.querySelector("[data-voice]") !== null);
      const names = await compare.evaluate(() =>
        [...document.querySelectorAll("[data-voice] .row")].map((row) => row.textContent),
      );
      for (const name of ["Ilse Moran", "Denmark", "Mika Salo"])
        assert.ok(names.includes(name), names.join(", "));
      await compare.click('.filters input[value="1"]');
      await compare.waitFor(() =>
        [...document.querySelectorAll("[data-voice] .row")].every(
          ({ textContent }) => textContent !== "Denmark",
        ),
      );
      const only = await compare.evaluate(() =>
        [...document.querySelectorAll("[data-voice] .row")].map((row) => row.textContent),
      );
      assert.ok(only.includes("Mika Salo") && !only.includes("Ilse Moran"), only.join(", "));
      await compare.click('.filters input[value="all"]');
      await compare.waitFor(() => document.querySelectorAll("[data-voice]").length > 2);
    });

    it("tell which accusation is answered in one of them alone, and how the same words are quoted", async () => {
      const told = await compare.evaluate(() =>
        [...document.querySelectorAll("p.differs")].map((p) => p.textContent),
      );
      assert.deepEqual(told, ["An answer was found in 2; in 1 none was found."]);
      const cut = await compare.evaluate(() => document.querySelector("mark.differs")?.textContent);
      assert.match(cut ?? "", /and they kept them in a drawer/);
    });

    it("lead to the passage in its tab, and to its address when the tab is elsewhere", async () => {
      const { page } = reader;
      const passage = (account: number) =>
        compare.evaluate(
          (account) =>
            [...document.querySelectorAll<HTMLElement>(".same [data-passage]")]
              .find(
                ({ dataset, textContent }) =>
                  dataset["passage"]?.startsWith(`${account}.`) &&
                  textContent?.includes("They knew the numbers"),
              )
              ?.click(),
          account,
        );
      await passage(1);
      const { flash } = await marksWhen(page, (marks) => "flash" in marks);
      assert.ok(flash?.[0]?.includes("They knew the numbers"));
      // The first article is in no tab any more.
      const before = await reader.inside.evaluate(async () => (await chrome.tabs.query({})).length);
      await passage(0);
      const opened = await reader.inside.waitFor(async (before) => {
        const tabs = await chrome.tabs.query({});
        const last = tabs.find(({ url, pendingUrl }) => `${url} ${pendingUrl}`.includes("/news/one.html"));
        return tabs.length > before && last ? `${last.pendingUrl ?? last.url}` : null;
      }, before);
      const [address, fragment] = opened.split("#:~:text=");
      assert.equal(address, `${site.origin}/news/one.html`);
      assert.match(decodeURIComponent(fragment ?? ""), /^“?They knew .*in a drawer/);
    });

    it("are saved as Markdown, CSV and JSON", async () => {
      await compare.click("[data-format=markdown]");
      const text = (await downloaded(downloads, ".md")).bytes.toString();
      for (const part of [
        "Ilse Moran",
        `${site.origin}/news/other.html`,
        "Machine-made: check against the original.",
      ]) {
        assert.ok(text.includes(part), part);
      }
      await compare.click("[data-format=csv]");
      const lines = linesOf((await downloaded(downloads, ".csv")).bytes.toString());
      assert.ok(lines.some(({ voice, found_in }) => voice === "Denmark" && found_in === "1"));
      await compare.click("[data-format=json]");
      const file = JSON.parse((await downloaded(downloads, ".json")).bytes.toString());
      assert.deepEqual(faultsOfJson(file, "comparison-export"), []);
    });

    it("are gone with the browser, whose settings stay", async () => {
      const { extension } = reader;
      await reader.running.browser.close();
      reader = await startAgain(kind, extension, { profile });
      compare = await openSurface(reader.running, "compare.html");
      await compare.waitFor(() => document.querySelector("[data-state=empty]") !== null);
      const settings = await compare.evaluate(
        async () => (await chrome.storage.local.get("settings"))["settings"],
      );
      assert.ok(settings, "the profile is another");
      await change(reader.inside, { when: "sites", sites: ["127.0.0.1"] });
    });

    it("are gone at one press on “Empty the list”", async () => {
      assert.match(await keep("/news/one.html"), /1 of 6/);
      await compare.waitFor(() => document.querySelectorAll(".basket li").length === 1);
      await compare.click("[data-empty]");
      await compare.waitFor(() => document.querySelector("[data-state=empty]") !== null);
      const left = await reader.inside.evaluate(async () =>
        Object.keys(await chrome.storage.session.get(null)),
      );
      assert.deepEqual(left, []);
    });
  });
}
