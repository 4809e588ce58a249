// The panel over known data. `?state=JSON` changes the page's state, `?none=why` takes it away,
// `?crowd=12` puts so many actors into it, `?as=popup` makes it the popup, `?lang=de` the language, `?own` gives
// the reader categories. What it posts is kept in `window.posted`; `tell`, `point` and `read` are what a
// page tells it.

import { mountPanel } from "../../../extension/src/panel/app";
import { fitPopup } from "../../../extension/src/panel/fit";
import type { NoPage } from "../../../extension/src/panel/host";
import type { PageState, PanelCommand } from "../../../extension/src/protocol";
import { DEFAULTS, type Settings } from "../../../extension/src/settings";
import { crowd } from "../crowd";
import { pageState } from "../fixture";
import { OWN } from "../own";
import { speakAs } from "./words";

const search = new URLSearchParams(location.search);
speakAs(search.get("lang") ?? "en");
document.documentElement.dataset.as = search.get("as") ?? "side";
if (search.has("rtl")) document.documentElement.dir = "rtl";

const posted: PanelCommand[] = [];
const saved: Settings[] = [];
let tell: (state: PageState) => void = () => {};
const many = Number(search.get("crowd"));
const more = {
  ...(many > 0 ? { analysis: crowd(many) } : {}),
  ...JSON.parse(search.get("state") ?? "{}"),
} as Partial<PageState>;
const own = search.has("own");
/** The first two statements fit the first category, and the second fits another. */
function fitting(state: PageState): PageState {
  if (!state.analysis || !own) return state;
  const attributions = state.analysis.attributions.map((a, i) => ({
    ...a,
    categories: [[0], [0, 1]][i] ?? [],
  }));
  return { ...state, analysis: { ...state.analysis, attributions }, partly: [1] };
}
Object.assign(window, {
  posted,
  saved,
  tell: (state: Parameters<typeof pageState>[0]) => tell(fitting(pageState({ ...more, ...state }))),
});

const root = document.querySelector<HTMLElement>("#root");
if (root) {
  root.id = "panel";
  const shell = document.createElement("div");
  root.replaceWith(shell);
  shell.id = "panel";
  mountPanel(shell, {
    start(state, none, pointed, read) {
      tell = state;
      Object.assign(window, { point: pointed, read });
      const why = search.get("none");
      if (why) none(why as NoPage);
      else state(fitting(pageState(more)));
    },
    restart: () => posted.push({ type: "retry" }),
    post: (command) => posted.push(command),
    settings: {
      load: async () => ({
        settings: { ...structuredClone(DEFAULTS), categories: search.has("own") ? OWN : [] },
        problem: null,
      }),
      save: async (settings) => void saved.push(settings),
      watch: () => () => {},
    },
    // As the engine finds it, for patterns that mean the same here.
    async find(texts, pattern) {
      if (pattern.includes("("))
        return { type: "wrong", wrong: { why: "group_unclosed", at: pattern.indexOf("("), message: "" } };
      const spans = texts.map((text) =>
        [...text.matchAll(new RegExp(pattern, "gi"))].map(({ index, 0: [...all] }): [number, number] => [
          index,
          index + all.join("").length,
        ]),
      );
      return { type: "found", spans, partly: false };
    },
    site: () => "news.example",
    alwaysOn: async () => !search.has("refuse"),
    keepAtSide: () => {},
    openOptions: () => {},
    openReadingCopy: () => {},
    keep: async (anyway) => {
      if (search.has("private") && !anyway) return { type: "private" };
      return { type: "kept", count: 2 };
    },
    openCompare: () => {},
    close: null,
    beside: search.get("as") !== "popup",
    popup: search.get("as") === "popup",
    embedded: false,
    version: "1.2.3",
  });
  if (search.get("as") === "popup") fitPopup(shell);
  shell.dataset.ready = "";
}
