// When the reader points at a mark: resting on it, clicking or tapping it, leaving it again.
// Finds the marks under a point by the caret's position, so it costs nothing until the pointer rests.
// Leaves out the card itself and what lies where (the conductor gives both).

import * as dom from "../dom";

/** What lies under a point. */
export interface Hit {
  /** Indices of attributions, the outermost first. */
  attributions: readonly number[];
  anchor: Range;
}

export interface Pointed {
  /** Milliseconds of rest before the card opens; null: on click only. */
  delay(): number | null;
  /** The marks over an offset of a text node; null when there are none. */
  under(node: Text, offset: number): readonly { attribution: number; range: Range }[] | null;
  /** Open shadow roots in which text was read. */
  shadows(): readonly ShadowRoot[];
  open(hit: Hit): void;
  close(): void;
  isOpen(): boolean;
  /** Whether an event happened on the card. */
  owns(event: Event): boolean;
}

export interface Pointing {
  /** Do not open again until the pointer has left the marks: the reader closed the card. */
  dismissed(): void;
  stop(): void;
}

/** Milliseconds that the pointer may be off mark and card before the card closes. */
const LEAVE = 300;
/** Pixels that a resting hand still moves. */
const STILL = 3;

export function createPointing(pointed: Pointed): Pointing {
  const ending = new AbortController();
  const options = { signal: ending.signal, passive: true, capture: true } as const;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;
  let at = { x: -1, y: -1 };
  let shown = "";
  let closedByReader = false;

  function find(x: number, y: number): Hit | null {
    const shadowRoots = [...pointed.shadows()];
    const position = dom.caretPositionFromPoint(document, x, y, { shadowRoots });
    if (!position || dom.nodeType(position.offsetNode) !== 3) return null;
    const marks = pointed.under(position.offsetNode as Text, position.offset);
    // The caret snaps to the nearest text: only words really under the point count.
    const here = marks?.filter(({ range }) => isOver(range, x, y)) ?? [];
    const first = here[here.length - 1];
    if (!first) return null;
    return { attributions: here.map(({ attribution }) => attribution), anchor: first.range };
  }

  function show(hit: Hit | null): void {
    if (!hit || hasSelection()) return;
    const key = hit.attributions.join();
    if (pointed.isOpen() && key === shown) return;
    shown = key;
    pointed.open(hit);
  }

  function moved(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    if (pointed.owns(event)) {
      clearTimeout(leave);
      leave = undefined;
      clearTimeout(rest);
      return;
    }
    if (Math.hypot(event.clientX - at.x, event.clientY - at.y) < STILL) return;
    at = { x: event.clientX, y: event.clientY };
    clearTimeout(rest);
    const delay = pointed.delay();
    if (pointed.isOpen()) leave ??= setTimeout(left, LEAVE);
    if (event.buttons === 0 && (delay !== null || closedByReader)) rest = setTimeout(rested, delay ?? LEAVE);
  }

  function rested(): void {
    const hit = find(at.x, at.y);
    if (!hit) closedByReader = false;
    else if (!closedByReader && pointed.delay() !== null) show(hit);
  }

  function left(): void {
    leave = undefined;
    if (!pointed.isOpen()) return;
    const hit = find(at.x, at.y);
    if (hit && hit.attributions.join() === shown) return;
    shown = "";
    pointed.close();
  }

  function clicked(event: MouseEvent): void {
    if (pointed.owns(event)) return;
    const touch = (event as PointerEvent).pointerType === "touch";
    if (!touch && pointed.delay() !== null) return;
    const target = event.composedPath()[0];
    if (
      target instanceof Element &&
      dom.closest(target, "a[href], button, input, select, textarea, label, summary")
    )
      return;
    const hit = find(event.clientX, event.clientY);
    if (hit) show(hit);
    else if (pointed.isOpen()) {
      shown = "";
      pointed.close();
    }
  }

  dom.addEventListener(document, "pointermove", moved, options);
  dom.addEventListener(document, "click", clicked, options);

  return {
    dismissed() {
      closedByReader = true;
      shown = "";
      clearTimeout(rest);
    },
    stop() {
      clearTimeout(rest);
      clearTimeout(leave);
      ending.abort();
    },
  };
}

function isOver(range: Range, x: number, y: number): boolean {
  for (const { left, right, top, bottom } of range.getClientRects()) {
    if (x >= left - 2 && x <= right + 2 && y >= top - 2 && y <= bottom + 4) return true;
  }
  return false;
}

function hasSelection(): boolean {
  const selection = dom.getSelection(document);
  return selection !== null && !selection.isCollapsed;
}
