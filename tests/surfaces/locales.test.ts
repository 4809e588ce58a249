// The words of the interface: every key in every language, and none of the words that would judge.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fromRoot } from "../harness/paths";

type Messages = Record<string, { message: string }>;

const LANGUAGES = readdirSync(fromRoot("extension/_locales")).sort();
const messages = (language: string): Messages =>
  JSON.parse(readFileSync(fromRoot(`extension/_locales/${language}/messages.json`), "utf8"));
const english = messages("en");

/** The lines that may say "true", each to say that we do not mean it. */
const FIXED = ["lastLine", "cardFoot"];

/** Words that judge, and the one that many readers do not know. */
const FORBIDDEN: Record<string, RegExp> = {
  en: /(?<!\p{L})(attribut\p{L}*|true|truth|false|falsehood|lies?|lying|liar|mislead\p{L}*|bias\p{L}*|score\p{L}*|grade\p{L}*|fact.?check\p{L}*|debunk\p{L}*|total|unsourced|unknown)(?!\p{L})|[✓✔✗✘❌✅☑]/iu,
  de: /(?<!\p{L})(attribu\p{L}*|wahr\p{L}*|falsch\p{L}*|lüge\p{L}*|lügt|irreführend\p{L}*|voreingenommen\p{L}*|insgesamt|unbekannt\p{L}*)(?!\p{L})|[✓✔✗✘❌✅☑]/iu,
  es: /(?<!\p{L})(atribuci\p{L}*|verdad\p{L}*|fals[oa]s?|mentira\p{L}*|miente|engaños\p{L}*|sesg\p{L}*|total|desconocid\p{L}*)(?!\p{L})|[✓✔✗✘❌✅☑]/iu,
  fr: /(?<!\p{L})(attribution\p{L}*|vraie?s?|vérité\p{L}*|faux|fausses?|mensonge\p{L}*|ment|trompeu\p{L}*|biais\p{L}*|au total|inconnu\p{L}*)(?!\p{L})|[✓✔✗✘❌✅☑]/iu,
};

describe("the words of the interface", () => {
  it("there are the four languages", () => assert.deepEqual(LANGUAGES, ["de", "en", "es", "fr"]));

  for (const language of LANGUAGES) {
    it(`${language} has every key of English and no other`, () => {
      assert.deepEqual(Object.keys(messages(language)).sort(), Object.keys(english).sort());
    });

    it(`${language} uses the same placeholders as English`, () => {
      const places = (text: string) => [...new Set(text.match(/\$\d/g) ?? [])].sort();
      for (const [key, { message }] of Object.entries(messages(language))) {
        assert.deepEqual(places(message), places(english[key]?.message ?? ""), key);
        assert.notEqual(message.trim(), "", key);
      }
    });

    it(`${language} never judges`, () => {
      for (const [key, { message }] of Object.entries(messages(language))) {
        if (!FIXED.includes(key)) assert.doesNotMatch(message, FORBIDDEN[language] as RegExp, key);
      }
    });
  }

  it("the store's description is short enough for both stores", () => {
    for (const language of LANGUAGES) {
      assert.ok((messages(language).extensionDescription?.message.length ?? 999) <= 132, language);
    }
  });

  it("every key that the sources name exists, and every key is named", () => {
    const sources = sourceFiles(fromRoot("extension/src")).concat(sourceFiles(fromRoot("www")));
    const text = sources.map((file) => readFileSync(file, "utf8")).join("\n");
    const manifest = readFileSync(fromRoot("extension/manifest.json"), "utf8");
    const named = new Set<string>();
    const families: RegExp[] = [];
    for (const [, call, key] of text.matchAll(/\b(tn?)\(\s*"([A-Za-z_0-9]+)"/g)) {
      if (call === "t") named.add(key as string);
      else for (const rule of ["one", "other"]) named.add(`${key}_${rule}`);
    }
    for (const [, key] of text.matchAll(/getMessage\("([A-Za-z_0-9]+)"/g)) named.add(key as string);
    for (const [, key] of manifest.matchAll(/__MSG_(\w+)__/g)) named.add(key as string);
    for (const [, pattern] of text.matchAll(/\bt\(\s*`([^`]+)`/g)) {
      families.push(new RegExp(`^${(pattern as string).replace(/\$\{[^}]*\}/g, "\\w+")}$`));
    }
    // A choice between two keys inside the call.
    for (const [, a, b] of text.matchAll(/\bt\([^()"]*(?:\([^()]*\)[^()"]*)*\? "(\w+)" : "(\w+)"/g)) {
      named.add(a as string).add(b as string);
    }
    const missing = [...named].filter((key) => !(key in english));
    const unused = Object.keys(english).filter(
      (key) => !named.has(key) && !families.some((f) => f.test(key)),
    );
    assert.deepEqual({ missing, unused }, { missing: [], unused: [] });
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
