// The pages that `cargo xtask shots` takes pictures over: the sample under each label that a site can
// give it, and pages on which nothing is marked. All of it invented.

import { SAMPLE, SAMPLE_TITLE } from "../../extension/src/sample";
import { ARTICLE_CSS, newsPage, STORY, samplePage } from "./article";
import { CROWD, CROWD_TITLE } from "./crowd";
import { storyRoutes } from "./first-stories";
import { fromRoot } from "./paths";
import { files, page, type Server, serve } from "./server";

/** Where each state of the panel that a page brings about can be seen. */
export const STATES = {
  "no-article": "/",
  "not-english": "/fr/article.html",
  nothing: "/news/nothing.html",
  opinion: "/news/opinion.html",
  satire: "/news/satire.html",
  paywall: "/news/paywall.html",
} as const;

export const CROWDED = "/news/harbour.html";
/** A story of forty paragraphs, for how much of it is underlined. */
export const MANY = "/news/ferry.html";
export const LIVE = "/news/live.html";
/** One event in two papers, for the Compare page. */
export const MILL = "/news/mill.html";
export const MILL_ELSEWHERE = "/paper/mill.html";

/** The sample on a ground that is not the one which the reader's system prefers. */
export const OTHER_GROUND = "/news/other-ground.html";
const GROUND = `<style>
  @media (prefers-color-scheme: light) { :root { color-scheme: only dark; } body { background: #16181c; color: #ddd; } }
  @media (prefers-color-scheme: dark) { :root { color-scheme: only light; } body { background: #fffdf8; color: #222; } }
</style>`;

const MILL_STORY = [
  "Norway accused Sweden on Monday of hiding readings of chlorine gas from the night shift of the mill at Tessa, which the two own together.",
  "“They knew the numbers and they kept them in a drawer,” said Ilse Moran, the secretary of the paper workers’ union. She said that eleven people had been sent home with burning eyes since May.",
  "Denmark said it would send two inspectors to the mill next week. Finland’s minister of labour, Mika Salo, urged both owners to open their books.",
];
const MILL_STORY_ELSEWHERE = [
  "Sweden has denied hiding any readings of gas at the mill at Tessa, after Oslo accused it of hiding readings of chlorine gas from the night shift.",
  "“They knew the numbers,” Ilse Moran claimed. The union’s lawyer, Per Lund, said he would go to court.",
  "Mika Salo, the Finnish minister of labour, called on the two owners to open their books. Residents of Tessa warned that the river smelled of bleach.",
];

const FRENCH = [
  "Le maire a déclaré lundi que la ville construirait un nouveau pont avant la fin de l’année, et que les travaux commenceraient dans les prochaines semaines.",
  "Selon l’opposition, le projet coûtera deux fois plus cher que prévu, et personne ne sait encore comment la ville pourra le payer.",
];
const QUIET = [
  "The old ferry lies at the end of the quay, where the water is deepest. Its funnel is red, its rails are white, and gulls sit along the whole length of the upper deck.",
  "Every morning at six the first boat leaves for the outer islands. It carries bread, letters, and in summer a few bicycles. The crossing takes forty minutes when the sea is calm.",
  "Behind the harbour the road climbs through birch and heather to the lighthouse, which has stood on the same rock since 1871 and is painted again every fourth year.",
];
/** Adds an entry when a picture needs one, as a live blog's own script would. */
const ADDS = `<script>
  addEventListener("new-entry", () => {
    const entry = document.createElement("p");
    entry.textContent = "The harbour master of Bergen denied the claim. She said that no ship had left port since Monday.";
    document.querySelector("#story").append(entry);
  });
</script>`;

const story = (title: string, paragraphs: readonly string[]) =>
  newsPage(title, [
    { role: "headline", text: title },
    ...paragraphs.map((text) => ({ role: "body" as const, text })),
  ]);

/** Serves them, and the demo page. */
export function serveShots(): Promise<Server> {
  const locked = {
    isAccessibleForFree: false,
    hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".locked" },
  };
  return serve([
    page("/article.css", ARTICLE_CSS, "text/css; charset=utf-8"),
    page(STORY, samplePage()),
    page(OTHER_GROUND, samplePage(GROUND)),
    page(CROWDED, newsPage(CROWD_TITLE, CROWD)),
    page(MILL, story("Norway: mill hid readings of gas", MILL_STORY)),
    page(MILL_ELSEWHERE, story("Sweden rejects charge over gas", MILL_STORY_ELSEWHERE)),
    page(LIVE, samplePage(ADDS, { "@type": "LiveBlogPosting" })),
    page(STATES.opinion, samplePage("", { "@type": "OpinionNewsArticle" })),
    page(STATES.satire, samplePage("", { "@type": "SatiricalArticle" })),
    page(STATES.paywall, newsPage(SAMPLE_TITLE, SAMPLE.slice(0, 4), "", locked)),
    page(STATES.nothing, story("The last ferry of the outer islands", QUIET)),
    page(
      STATES["not-english"],
      story("Le maire promet un nouveau pont", FRENCH).replace('lang="en"', 'lang="fr"'),
    ),
    page(
      STATES["no-article"],
      "<!doctype html><html lang='en'><title>The Daily Sample</title><h1>The Daily Sample</h1><ul><li><a href='/a'>Ferry strike</a></ul>",
    ),
    files("/demo/", fromRoot("dist/www")),
    ...storyRoutes(),
  ]);
}
