// The reading copy of the sample. `?own` with categories of the reader's own.

import { render } from "preact";
import { ReadingCopy } from "../../../extension/src/reading/copy";
import { pageState } from "../fixture";
import { OWN } from "../own";
import { speakAs } from "./words";

const search = new URLSearchParams(location.search);
speakAs(search.get("lang") ?? "en");
const root = document.querySelector<HTMLElement>("#root");
if (root) {
  const { analysis, ...page } = pageState();
  const [first, ...others] = analysis?.attributions ?? [];
  const own = first && search.has("own") ? [{ ...first, categories: [0, 1] }, ...others] : null;
  render(
    <ReadingCopy
      page={{ ...page, analysis: analysis && own ? { ...analysis, attributions: own } : analysis }}
      categories={own ? OWN : []}
      time={new Date("2026-03-04T05:06:07Z")}
      version="1.2.3"
    />,
    root,
  );
  root.dataset["ready"] = "";
}
