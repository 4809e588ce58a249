// Draws ranges as CSS custom highlights and takes them away again; the page's DOM is never written.
// Keeps its own lists: iterating a Highlight throws in Firefox's content scripts, and the registry is shared with
// the page, which may clear it. What has not changed is left alone, so that nothing flickers.
// Leaves out which ranges belong to which name (the conductor).

import * as dom from "../dom";
import { MARK_NAMES, type MarkName, PREFIX, PRIORITY } from "./marks";
import { atOnce, type Steps } from "./pause";
import { byPlace, left, takeSame } from "./ranges";

/** What is to be seen of each name. */
export type Drawing = ReadonlyMap<MarkName, readonly Range[]>;

type View = Window & typeof globalThis;

interface Layer {
  readonly view: View;
  readonly highlight: Highlight;
  /** The ranges in it. */
  ranges: readonly Range[];
}

export interface Painter {
  /**
   * Brings the page to this drawing. Ranges that are already there, on the same words, are kept. Returns how many
   * were added or taken away. A clearing between two steps ends it.
   */
  draw(drawing: Drawing): Steps<number>;
  /** Shows these ranges brightly for a moment. */
  flash(ranges: readonly Range[]): void;
  /** Puts back what the page took out of the registry; cheap when it took nothing. */
  refill(): void;
  /** Takes everything away, sheets in shadow roots too. */
  clear(): void;
  /** The style sheet for text in shadow roots; documents get theirs elsewhere. */
  style(css: string): void;
}

/** Milliseconds that a flash stays. */
const FLASH = 1600;
/** Ranges of one step. */
const STEP = 25;

export function createPainter(): Painter {
  /** By document and name. */
  const layers = new Map<Document, Map<MarkName, Layer>>();
  const sheets = new Map<ShadowRoot, CSSStyleSheet>();
  let css = "";
  let flashing: ReturnType<typeof setTimeout> | undefined;
  let clearings = 0;

  function layer(doc: Document, name: MarkName): Layer | null {
    const view = dom.defaultView(doc);
    if (!view?.CSS?.highlights) return null;
    const named = layers.get(doc) ?? new Map<MarkName, Layer>();
    layers.set(doc, named);
    let found = named.get(name);
    if (!found) {
      const highlight = new view.Highlight();
      highlight.priority = PRIORITY[name] as number;
      view.CSS.highlights.set(PREFIX + name, highlight);
      found = { view, highlight, ranges: [] };
      named.set(name, found);
    }
    return found;
  }

  function* set(name: MarkName, ranges: readonly Range[]): Steps<number> {
    const before = clearings;
    let changes = 0;
    const byDocument = new Map<Document, Range[]>();
    for (const doc of layers.keys()) byDocument.set(doc, []);
    for (const range of ranges) {
      const doc = dom.documentOf(range.startContainer);
      const list = byDocument.get(doc);
      if (list) list.push(range);
      else byDocument.set(doc, [range]);
    }
    for (const [doc, wanted] of byDocument) {
      if (wanted.length === 0 && !layers.get(doc)?.has(name)) continue;
      if (before !== clearings) break;
      const target = layer(doc, name);
      if (target) changes += yield* change(target, wanted);
    }
    return changes;
  }

  function* change(target: Layer, wanted: readonly Range[]): Steps<number> {
    const cleared = clearings;
    let changes = 0;
    let done = 0;
    const before = byPlace(target.ranges);
    const after: Range[] = [];
    for (const range of wanted) {
      if (++done % STEP === 0) yield;
      if (cleared !== clearings) return changes;
      const kept = takeSame(before, range);
      if (!kept) {
        target.highlight.add(range);
        changes++;
      }
      after.push(kept ?? range);
      adopt(range.startContainer);
    }
    for (const gone of left(before)) {
      target.highlight.delete(gone);
      changes++;
    }
    target.ranges = after;
    return changes;
  }

  /** Text in a shadow root is only painted by a sheet in that root. */
  function adopt(node: Node): void {
    const root = dom.getRootNode(node);
    if (dom.nodeType(root) !== 11 || sheets.has(root as ShadowRoot)) return;
    const shadow = root as ShadowRoot;
    const view = dom.defaultView(dom.documentOf(shadow));
    if (!view) return;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...Array.from(shadow.adoptedStyleSheets), sheet];
    sheets.set(shadow, sheet);
  }

  function refill(): void {
    for (const named of layers.values()) {
      for (const [name, { view, highlight }] of named) {
        if (!view.CSS.highlights.has(PREFIX + name)) view.CSS.highlights.set(PREFIX + name, highlight);
      }
    }
  }

  return {
    refill,
    *draw(drawing) {
      const before = clearings;
      let changes = 0;
      for (const name of MARK_NAMES) {
        if (name !== "flash" && before === clearings) changes += yield* set(name, drawing.get(name) ?? []);
      }
      refill();
      return changes;
    },
    flash(ranges) {
      clearTimeout(flashing);
      atOnce(set("flash", ranges));
      flashing = setTimeout(() => atOnce(set("flash", [])), FLASH);
    },
    clear() {
      clearings++;
      clearTimeout(flashing);
      for (const named of layers.values()) {
        for (const [name, { view, highlight }] of named) {
          highlight.clear();
          view.CSS.highlights.delete(PREFIX + name);
        }
      }
      layers.clear();
      for (const [root, sheet] of sheets) {
        root.adoptedStyleSheets = Array.from(root.adoptedStyleSheets).filter((other) => other !== sheet);
      }
      sheets.clear();
    },
    style(next) {
      css = next;
      for (const sheet of sheets.values()) sheet.replaceSync(css);
    },
  };
}
