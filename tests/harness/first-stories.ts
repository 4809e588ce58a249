// Three stories of our own of forty paragraphs each, as long as news is, with captions, a pull quote and a teaser of
// another affair; and who denies what in them. The texts are tests/first-use/*.txt, a line a paragraph: `# ` the headline,
// `! ` the standfirst, `> ` a pull quote, `[caption] `, `[teaser] `.

import { readFileSync } from "node:fs";
import type { Block, Role } from "../../extension/src/analysis";
import { ARTICLE_CSS, newsPage } from "./article";
import { fromRoot } from "./paths";
import { page, type Route } from "./server";

export interface Story {
  name: string;
  path: string;
  /** Whoever denies something: the name that the panel has to show beside the words. */
  deniers: readonly (readonly [who: string, words: string])[];
  /** Of the teaser, which is about somebody else. */
  elsewhere: string;
}

const story = (name: string, deniers: Story["deniers"], elsewhere: string): Story => ({
  name,
  path: `/news/${name}.html`,
  deniers,
  elsewhere,
});

export const STORIES: readonly Story[] = [
  story(
    "ferry",
    [
      ["Halden Line", "ignoring the warnings"],
      ["Tor Vik", "deleting anything"],
    ],
    "selling yesterday",
  ),
  story(
    "clinic",
    [
      ["Lindmoor Clinic", "the accusation"],
      ["Pia Holm", "giving any such order"],
    ],
    "fishing in the bird reserve",
  ),
  story(
    "dam",
    [
      ["board", "opening the gates without a warning"],
      ["Olav Reuter", "cutting anything"],
    ],
    "leaving with the cash box",
  ),
];

const SIGNS: readonly [sign: string, role: Role][] = [
  ["# ", "headline"],
  ["! ", "standfirst"],
  ["> ", "pull_quote"],
  ["[caption] ", "caption"],
  ["[teaser] ", "teaser"],
];

/** Serves them. */
export function storyRoutes(): Route[] {
  const pages = STORIES.map(({ name, path }) => {
    const lines = readFileSync(fromRoot(`tests/first-use/${name}.txt`), "utf8")
      .trim()
      .split("\n");
    const blocks = lines.map((line): Block => {
      const [sign, role] = SIGNS.find(([sign]) => line.startsWith(sign)) ?? ["", "body" as const];
      return { role, text: line.slice(sign.length) };
    });
    return page(path, newsPage(blocks[0]?.text ?? name, blocks));
  });
  return [page("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"), ...pages];
}
