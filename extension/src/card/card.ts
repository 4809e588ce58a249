// The card on a page: one host element with a closed shadow root, shown as a popover so that it lies
// above every layer and full screen. Leaves out when it opens (the conductor) and its inside (view.ts).

import type { Attribution } from "../analysis";
import type { Reading } from "../describe";
import * as dom from "../dom";
import { t } from "../words";
import type { Card, CardCallbacks, Passage } from "./contract";
import { copyText, plainText } from "./copy";
import { correctionForm } from "./correct";
import { el } from "./el";
import { place } from "./place";
import { drawStrip, STRIP_STYLE, type Tick } from "./strip";
import { CARD_STYLE } from "./style";
import { cardView, noteView } from "./view";

/** Not a custom element that anyone defines: only a name that no style sheet of a page knows. */
const HOST = "ascribe-card";

interface Built {
  host: HTMLElement;
  root: ShadowRoot;
  card: HTMLDivElement;
  status: HTMLDivElement;
}

function buttonOf(card: HTMLDivElement, action: string): HTMLButtonElement | null {
  return card.querySelector(`[data-do="${action}"]`);
}

export function createCard(on: CardCallbacks): Card {
  let built: Built | null = null;
  let passage: Passage | null = null;
  /** The words that the open card stands at; null while it is closed. */
  let anchor: Range | null = null;
  let focusedBefore: Element | null = null;
  let frame = 0;

  function build(): Built {
    if (built && dom.isConnected(built.host)) return built;
    const host = dom.createElement(document, HOST as "div");
    const root = dom.attachShadow(host, { mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CARD_STYLE + STRIP_STYLE);
    root.adoptedStyleSheets = [sheet];
    const card = el(document, "div", {
      class: "card",
      popover: "manual",
      role: "dialog",
      "aria-labelledby": "ascribe-heading",
      tabindex: "-1",
    });
    const status = el(document, "div", { class: "offstage", role: "status" });
    root.append(card, status);
    dom.append(dom.documentElement(document), host);
    built = { host, root, card, status };
    return built;
  }

  function render(now: Passage): void {
    const { card, root } = build();
    const reading: Reading = { analysis: now.analysis, blocks: now.blocks };
    card.lang = t("language_tag");
    card.replaceChildren(
      cardView(document, reading, now, {
        jump: (attribution) => {
          close(true);
          on.jump(attribution);
        },
        only: (actor) => {
          passage = { ...now, onlyActor: actor };
          on.only(actor);
          rerender("only");
        },
        copy: async (attributions) => {
          const page = { title: dom.title(document), url: location.href };
          const text = attributions
            .map((i) => plainText(reading, now.analysis.attributions[i] as Attribution, page))
            .join("\n\n");
          announce((await copyText(text, root)) ? t("copied") : t("notCopied"), "copy");
        },
        correct: (attribution) => showForm(reading, attribution),
        close: () => close(true),
      }),
    );
  }

  /** Draws again and puts the focus back on the button that was pressed. */
  function rerender(action: string): void {
    if (!passage || !built) return;
    const had = built.root.activeElement !== null;
    render(passage);
    if (had) buttonOf(built.card, action)?.focus({ preventScroll: true });
    follow();
  }

  function showForm(reading: Reading, attribution: number): void {
    if (!built) return;
    const form = correctionForm(document, reading, attribution, (changes) => {
      if (changes.length === 0) return rerender("correct");
      close(true);
      for (const change of changes) on.correct(change);
    });
    built.card.replaceChildren(
      el(document, "h2", { id: "ascribe-heading", class: "plain" }, t("notRight")),
      form,
    );
    built.card.querySelector("select")?.focus({ preventScroll: true });
    follow();
  }

  /** Says it, and on the button shows it for as long as the card is not drawn again. */
  function announce(words: string, action: string): void {
    if (!built) return;
    built.status.textContent = words;
    const button = buttonOf(built.card, action);
    if (button) button.textContent = words;
  }

  async function follow(): Promise<void> {
    if (!built || !anchor) return;
    const placed = await place(built.card, anchor);
    if (!placed && anchor) close(false);
  }

  const onMove = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => void follow());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close(true);
  };
  // A press elsewhere closes; one on the card does not (its events are retargeted to the host).
  const onPress = (event: Event) => {
    if (!owns(event)) close(true);
  };

  function listen(how: "addEventListener" | "removeEventListener"): void {
    window[how]("scroll", onMove, { capture: true, passive: true });
    window[how]("resize", onMove);
    window[how]("keydown", onKey as EventListener, true);
    window[how]("pointerdown", onPress, true);
  }

  function close(byReader: boolean): void {
    if (!anchor) return;
    passage = null;
    anchor = null;
    cancelAnimationFrame(frame);
    listen("removeEventListener");
    const hadFocus = built?.root.activeElement !== null;
    if (built?.card.matches(":popover-open")) built.card.hidePopover();
    if (hadFocus && focusedBefore) dom.focus(focusedBefore, { preventScroll: true });
    focusedBefore = null;
    if (byReader) on.dismissed();
  }

  function owns(event: Event): boolean {
    return built !== null && event.composedPath().includes(built.host);
  }

  /** Opens what was rendered. */
  function open(at: Range, byKeyboard: boolean): void {
    const { card } = build();
    if (!anchor) {
      listen("addEventListener");
      focusedBefore = dom.activeElement(document);
    }
    anchor = at;
    // Shown anew each time, so that it is the last in the top layer.
    if (card.matches(":popover-open")) card.hidePopover();
    card.showPopover();
    card.scrollTop = 0;
    if (byKeyboard) card.focus({ preventScroll: true });
    void follow();
  }

  return {
    show(next) {
      passage = next;
      render(next);
      open(next.anchor, next.byKeyboard);
    },
    note(words, at) {
      passage = null;
      const { card } = build();
      card.lang = t("language_tag");
      card.replaceChildren(noteView(document, words, () => close(true)));
      open(at, true);
    },
    announce(words) {
      build().status.textContent = words;
    },
    strip(ticks: readonly Tick[] | null) {
      if (ticks) drawStrip(build().root, ticks);
      else if (built) drawStrip(built.root, null);
    },
    hide: () => close(false),
    get open() {
      return anchor !== null;
    },
    owns,
    remove() {
      close(false);
      if (built) dom.remove(built.host);
      built = null;
    },
  };
}
