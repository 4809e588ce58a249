// Settings: what comes out of storage is always whole, whatever was in it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { marksCss } from "../../extension/src/content/marks";
import {
  DEFAULTS,
  hostOf,
  migrate,
  readSettings,
  SETTINGS_VERSION,
  STEPS,
  type Step,
  settingsFor,
} from "../../extension/src/settings";
import { OWN } from "./own";

function check(stored: unknown, problem: string | null, more: object = {}): void {
  assert.deepEqual(readSettings(stored), { settings: { ...DEFAULTS, ...more }, problem });
}

describe("settings", () => {
  it("nothing stored gives the defaults", () => {
    check(undefined, null);
    check(null, null);
  });

  it("what was saved comes back", () => {
    const own = { when: "sites", sites: ["a.example"], cardDelay: null, look: "tint" };
    check({ ...DEFAULTS, ...own }, null, own);
  });

  it("a newer version's are set aside, not cut down", () =>
    check({ ...DEFAULTS, version: SETTINGS_VERSION + 1 }, "newer"));

  for (const stored of ["text", 7, [], {}, { version: "1" }, { version: 0 }, { version: 1.5 }]) {
    it(`${JSON.stringify(stored)} is set aside`, () => check(stored, "corrupt"));
  }

  it("more hosts than anyone has are no settings", () => {
    const hosts = (many: number) => Array.from({ length: many }, (_, n) => `h${n}.example`);
    for (const list of ["sites", "excluded"]) {
      check({ ...DEFAULTS, [list]: hosts(5001) }, "corrupt");
      assert.equal(readSettings({ ...DEFAULTS, [list]: hosts(5000) }).problem, null);
    }
  });

  it("one bad field falls back, the others stay", () => {
    const stored = {
      ...DEFAULTS,
      when: "sometimes",
      weight: "strong",
      sites: ["HTTPS://News.Example/x", "", 7, "news.example", "javascript:alert(1)"],
      groups: { accusations: false, denials: "no" },
      colours: { accusations: "#123456", denials: "red;}" },
      cardDelay: 401,
      extra: true,
    };
    check(stored, null, {
      weight: "strong",
      sites: ["news.example"],
      groups: { ...DEFAULTS.groups, accusations: false },
      colours: { ...DEFAULTS.colours, accusations: "#123456" },
    });
  });

  it("a category is kept as it was typed, and what else is wrong with it falls back", () => {
    const [fish] = OWN;
    const categories = [
      { ...fish, name: "n".repeat(50), looksFor: "(never closed", pattern: true },
      { colour: "red;}", line: "wavy", place: 7, on: "yes" },
      7,
      ...Array(20).fill(fish),
    ];
    const { problem, settings } = readSettings({ ...DEFAULTS, categories });
    assert.equal(problem, null);
    assert.equal(settings.categories.length, 12);
    assert.deepEqual(settings.categories[0], {
      ...fish,
      name: "n".repeat(40),
      looksFor: "(never closed",
      pattern: true,
    });
    const plain = { name: "", looksFor: "", pattern: false, place: "anywhere", accents: false };
    assert.deepEqual(settings.categories[1], { ...plain, colour: "#7a5cd6", line: "tint", on: true });
    check({ ...DEFAULTS, categories: "none" }, null);
    assert.deepEqual(readSettings({ ...DEFAULTS, categories: OWN }).settings.categories, OWN);
  });

  it("settings of the first version had no categories, and lose nothing else", () =>
    check({ ...DEFAULTS, version: 1, categories: undefined, badge: true }, null, { badge: true }));

  it("there is a step for each version before this one", () => {
    assert.equal(STEPS.length, SETTINGS_VERSION - 1);
  });

  // No version but the first has been released yet, so the steps here are the test's own.
  const steps: Step[] = [
    ({ rest, ...others }) => ({ ...others, cardDelay: rest }),
    ({ off, ...others }) => ({ ...others, excluded: off }),
  ];
  for (const [version, stored] of [
    [1, { rest: 800, off: ["a.example"], badge: true }],
    [2, { cardDelay: 800, off: ["a.example"], badge: true }],
    [3, { cardDelay: 800, excluded: ["a.example"], badge: true }],
  ] as const) {
    it(`settings of version ${version} take every later step, and only these`, () => {
      const now = { cardDelay: 800, excluded: ["a.example"], badge: true };
      assert.deepEqual(migrate(stored, version, steps), now);
      assert.deepEqual(migrate(migrate(stored, version, steps), steps.length + 1, steps), now);
    });
  }

  it("reading again what was read changes nothing", () => {
    for (const stored of [undefined, { version: 1, sites: ["B.Example/x", "a.example"], cardDelay: 3 }]) {
      const once = readSettings(stored).settings;
      assert.deepEqual(readSettings(structuredClone(once)), { settings: once, problem: null });
    }
  });

  it("the defaults are never handed out to be changed", () => {
    readSettings(undefined).settings.sites.push("a.example");
    assert.deepEqual(readSettings(undefined).settings.sites, []);
  });

  it("a host is found in what a reader types", () => {
    for (const [typed, host] of [
      ["example.com", "example.com"],
      [" https://Example.com:8080/a?b ", "example.com"],
      ["bücher.example", "xn--bcher-kva.example"],
      ["ftp://example.com", null],
      ["two words", null],
      ["", null],
    ] as const) {
      assert.equal(hostOf(typed), host, typed);
    }
  });
});

describe("a look of its own for a site", () => {
  const look = {
    groups: { ...DEFAULTS.groups, views: false },
    unnamed: true,
    weight: "thin",
    density: "full",
  };

  it("is in force there and nowhere else", () => {
    const { settings } = readSettings({ ...DEFAULTS, own: { "news.example": look } });
    assert.deepEqual(
      [settingsFor(settings, "news.example").groups.views, settingsFor(settings, "news.example").density],
      [false, "full"],
    );
    for (const other of ["paper.example", "toString", "__proto__", null])
      assert.equal(settingsFor(settings, other).density, "quiet", String(other));
  });

  it("what is none is left out, and there are no more than a reader would make", () => {
    const own = { "Not A Host": look, "a.example": 7, "b.example": { weight: "huge" } };
    const { settings } = readSettings({ ...DEFAULTS, own });
    assert.deepEqual(Object.keys(settings.own), ["b.example"]);
    assert.equal(settings.own["b.example"]?.weight, "normal");
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`s${i}.example`, look]));
    assert.equal(Object.keys(readSettings({ ...DEFAULTS, own: many }).settings.own).length, 500);
  });

  it("quiet makes plain statements fainter, and nothing else", () => {
    const [quiet, full] = (["quiet", "full"] as const).map((density) => marksCss({ ...DEFAULTS, density }));
    assert.match(quiet ?? "", /ascribe-statements\)\{text-decoration:underline solid color-mix/);
    const others = (css = "") => css.split("\n").filter((line) => !line.includes("-statements"));
    assert.deepEqual(others(quiet), others(full));
    assert.doesNotMatch(full ?? "", /color-mix/);
  });
});
