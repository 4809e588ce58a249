// The card on a page: one host element with a closed shadow root, shown as a popover so that it lies
// above every layer and full screen. Leaves out when it opens (the conductor) and its inside (view.ts).

import type { Attribution } from "../analysis";
import { type Correction, correctionOf } from "../changes";
import { changeInWords } from "../corrections/words";
import type { Reading } from "../describe";
import * as dom from "../dom";
import { linkTo } from "../link";
import { t } from "../words";
import type { Card, CardCallbacks, Missed, Passage } from "./contract";
import { copyText, plainText } from "./copy";
import { type Corrected, correctionForm, type Form } from "./correct";
import { el } from "./el";
import { focusBeside } from "./focus";
import { groundOf } from "./ground";
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
  /** The form while it is open: it stays open while words are selected on the page. */
  let form: Form | null = null;
  let selected: () => ReturnType<Passage["selected"]> = () => [];
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
    form = null;
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
            .map((i) => plainText(reading, now.analysis.attributions[i] as Attribution, page, now.categories))
            .join("\n\n");
          announce((await copyText(text, root)) ? t("copied") : t("notCopied"), "copy");
        },
        link: async (attribution) => {
          const a = now.analysis.attributions[attribution];
          const words = a && a.content.length > 0 ? a.content : (a?.cue ?? []);
          const done = await copyText(linkTo(location.href, now.blocks, words), root);
          announce(t(done ? "copied" : "notCopied"), "link");
        },
        correct: (attribution) => showForm(reading, { attribution }, now),
        add: () => showForm(reading, { missed: now.missed }, now),
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

  function showForm(reading: Reading, what: Corrected, now: Missed): void {
    if (!built) return;
    const page = { title: dom.title(document), salt: now.salt };
    form = correctionForm(document, reading, what, page, (changes, clear) => {
      form = null;
      if (changes.length === 0) return passage ? rerender("correct") : close(true);
      const correction = correctionOf(changes);
      void on.correct(correction, clear).then((kept) => showSaved(correction, kept));
    });
    selected = now.selected;
    const isMissed = "missed" in what;
    built.card.replaceChildren(
      el(document, "h2", { id: "ascribe-heading", class: "plain" }, t(isMissed ? "addMissed" : "notRight")),
      form.element,
    );
    built.card.querySelector("select")?.focus({ preventScroll: true });
    follow();
  }

  const onSelect = () => {
    const words = form ? selected() : [];
    if (words.length > 0) form?.select(words);
  };

  /** What was saved, with the way to take it back, where the form was. */
  function showSaved(correction: Correction, kept: boolean): void {
    if (!built || !anchor) return;
    passage = null;
    const undo = () => {
      on.undo(correction.id);
      close(true);
    };
    const words = `${t(kept ? "correctSaved" : "correctNotKept")} ${correction.changes.map(changeInWords).join("; ")}`;
    built.card.replaceChildren(
      noteView(document, words, () => close(true), { name: "undo", label: t("undo"), press: undo }),
    );
    built.status.textContent = words;
    built.card.querySelector<HTMLButtonElement>("[data-do=undo]")?.focus({ preventScroll: true });
    follow();
  }

  /** Says it, and on the button shows it for as long as the card is not drawn again. */
  function announce(words: string, action: string): void {
    if (!built) return;
    built.status.textContent = words;
    const button = buttonOf(built.card, action);
    if (button) button.textContent = words;
  }

  function follow(): void {
    if (!built || !anchor) return;
    const middle = built.card.querySelector<HTMLDivElement>(".middle");
    const read = middle?.scrollTop ?? 0;
    const placed = place(built.card, anchor);
    // A form keeps what the reader has chosen so far, wherever the page goes.
    if (!placed && anchor && !form) close(false);
    // To be measured it was as long as its words for a moment, and lost its place.
    if (middle) middle.scrollTop = read;
    // What has to be scrolled must be reached by keys, and have a name then.
    const long = middle !== null && middle.scrollHeight > middle.clientHeight + 1;
    for (const [name, value] of [
      ["tabindex", "0"],
      ["role", "group"],
      ["aria-labelledby", "ascribe-heading"],
    ] as const)
      if (long) middle.setAttribute(name, value);
      else middle?.removeAttribute(name);
  }

  const onMove = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => follow());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Tab" && owns(event) && built && anchor) {
      // Past either end the reader goes on where the words are, not at the end of the page; in a form, around it.
      const words = form ? null : anchor;
      if (!focusBeside(built.root, event.shiftKey, words, () => close(true))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close(true);
  };
  // A press elsewhere closes; one on the card does not (its events are retargeted to the host).
  const onPress = (event: Event) => {
    if (!owns(event) && !form) close(true);
  };

  function listen(how: "addEventListener" | "removeEventListener"): void {
    window[how]("scroll", onMove, { capture: true, passive: true });
    window[how]("resize", onMove);
    window[how]("keydown", onKey as EventListener, true);
    window[how]("pointerdown", onPress, true);
    const page = how === "addEventListener" ? dom.addEventListener : dom.removeEventListener;
    page(document, "selectionchange", onSelect);
  }

  function close(byReader: boolean): void {
    if (!anchor) return;
    passage = null;
    form = null;
    anchor = null;
    cancelAnimationFrame(frame);
    listen("removeEventListener");
    const hadFocus = built?.root.activeElement !== null;
    if (built?.card.matches(":popover-open")) built.card.hidePopover();
    if (hadFocus && focusedBefore) dom.focus(focusedBefore, { preventScroll: true });
    focusedBefore = null;
    on.closed(byReader);
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
    const under = dom.parentElement(at.startContainer);
    card.classList.toggle("dark", under !== null && groundOf(under) === "dark");
    // Shown anew each time, so that it is the last in the top layer.
    if (card.matches(":popover-open")) card.hidePopover();
    card.showPopover();
    const middle = card.querySelector<HTMLDivElement>(".middle");
    if (middle) middle.scrollTop = 0;
    if (byKeyboard) card.focus({ preventScroll: true });
    follow();
  }

  return {
    show(next) {
      passage = next;
      render(next);
      open(next.anchor, next.byKeyboard);
    },
    note(words, at, missed) {
      passage = null;
      form = null;
      const { card } = build();
      card.lang = t("language_tag");
      const add = missed?.selected() ?? [];
      const action =
        missed && add.length > 0
          ? {
              name: "add",
              label: t("addMissed"),
              press: () =>
                showForm({ analysis: missed.analysis, blocks: missed.blocks }, { missed: add }, missed),
            }
          : null;
      card.replaceChildren(noteView(document, words, () => close(true), action));
      open(at, true);
    },
    announce(words) {
      build().status.textContent = words;
    },
    strip(ticks: readonly Tick[] | null) {
      if (ticks)
        drawStrip(build().root, ticks, groundOf(dom.body(document) ?? dom.documentElement(document)));
      else if (built) drawStrip(built.root, null, "light");
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
