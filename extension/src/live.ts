// Marks on a page of our own, where text was written to be marked: the welcome page and the demo.
// The same conductor, card and panel as on any page; here is only what stands in for the extension
// around them. Leaves out where the engine runs (the caller gives that).

import type { Block } from "./analysis";
import { conduct } from "./content/conductor";
import { judge } from "./content/gate/judge";
import type { Conductor, World } from "./content/world";
import type { PanelHost } from "./panel/host";
import type { SettingsStore } from "./settings";

/**
 * Puts an article into `root`, one element for each block, in place of what was there. `heading` is
 * the tag of its headline, as the page around it needs.
 */
export function writeArticle(root: HTMLElement, blocks: readonly Block[], heading: "h1" | "h2"): void {
  const elements = blocks.map(({ role, text }) => {
    const element = document.createElement(role === "headline" ? heading : "p");
    if (role !== "body") element.className = role;
    element.textContent = text;
    return element;
  });
  root.replaceChildren(...elements);
}

/** Begins to mark what stands in `root`, whatever the gate makes of the page. */
export function goLive(
  root: HTMLElement,
  engine: Pick<World, "analyze" | "categorize">,
  settings: SettingsStore,
): Conductor {
  let sheet: CSSStyleSheet | null = null;
  const world: World = {
    ...engine,
    settings,
    async style(css) {
      sheet ??= new CSSStyleSheet();
      sheet.replaceSync(css ?? "");
      if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
    },
    root: () => root,
    // What a reader corrects here lasts as long as the page.
    corrections: async () => ({ corrections: [], salt: "", kept: true }),
    correct: async () => true,
    uncorrect: async () => {},
    excluded: () => false,
    report: () => {},
    judge,
    begun: null,
    alive: () => true,
  };
  const conductor = conduct(world);
  conductor.panel({ type: "mark_anyway" });
  return conductor;
}

/** A panel over that conductor, on the same page; `read` takes whom to tell how much of the article is read. */
export function panelOver(
  conductor: Conductor,
  settings: SettingsStore,
  { find, read }: { find: PanelHost["find"]; read: (told: (share: number) => void) => void },
  version: string,
): PanelHost {
  return {
    find,
    start(state, _, pointed, told) {
      conductor.listen(state, pointed);
      read(told);
    },
    restart: () => conductor.panel({ type: "retry" }),
    post: (command) => conductor.panel(command),
    settings,
    site: () => null,
    alwaysOn: null,
    keepAtSide: null,
    openOptions: null,
    openReadingCopy: null,
    keep: null,
    openCompare: null,
    close: null,
    beside: true,
    popup: false,
    embedded: true,
    version,
  };
}

/** Settings that last as long as the page, begun from `first`. */
export function pageSettings(first: Awaited<ReturnType<SettingsStore["load"]>>): SettingsStore {
  const watchers = new Set<Parameters<SettingsStore["watch"]>[0]>();
  let now = first.settings;
  return {
    load: async () => ({ settings: now, problem: null }),
    async save(settings) {
      now = settings;
      for (const watcher of watchers) watcher(settings);
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
