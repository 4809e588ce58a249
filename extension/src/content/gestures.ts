// What a reader does with the marks on the page: points at them, steps through them, jumps to one, asks who says the
// words selected. Each ends at a mark or on the card. Leaves out which marks there are (scene.ts) and the commands that
// lead here (conductor.ts).

import type { Analysis, Piece } from "../analysis";
import { createCard } from "../card/card";
import type { CardCallbacks, Missed } from "../card/contract";
import { positionWords } from "../describe";
import * as dom from "../dom";
import type { PageStatus } from "../protocol";
import type { Settings } from "../settings";
import { t } from "../words";
import type { Corrected } from "./corrected";
import { createPointing, type Pointing } from "./hover";
import { type Reading, rootsOf } from "./reading";
import type { Mark, Scene } from "./scene";
import { isInWindow, rememberPlace, scrollTo } from "./scroll";
import { piecesIn } from "./selected";
import type { Now } from "./state";
import { marksWithin, stepFrom, stepOrder, ticks, withAround } from "./steps";

export interface Surroundings extends Pick<CardCallbacks, "only" | "correct" | "undo"> {
  readonly scene: Scene;
  readonly corrected: Corrected;
  readonly now: Now;
  /** The analysis of a reading as the reader has it. */
  shown(reading: Reading): Analysis | null;
  settings(): Settings;
  readings(): readonly Reading[];
  /** The reader turned to another article of the page. */
  turned(): void;
  /** The reader points at this mark of the article in view; null: at none any more. */
  pointed(attribution: number | null): void;
}

export interface Gestures {
  /** Begins to follow the pointer; needed only once there are marks. */
  follow(): void;
  /** Draws the overview beside the page anew, or takes it away, as the settings say. */
  overview(): void;
  /** Scrolls to a mark of the article in view. */
  jump(attribution: number): void;
  /** Back to where the page was before the first jump; nothing where there was none. */
  back(): void;
  /** Flashes a mark of the article in view where it stands. */
  point(attribution: number): void;
  /** To the next mark or the one before, with its card. */
  step(by: 1 | -1): void;
  /** The card over the statements that share words with a range; where there are none, what the page's status is. */
  whoSays(range: Range, status: PageStatus): void;
  /** Closes the card; the next step begins anew. */
  forget(): void;
  /** Takes card and listeners off the page. */
  stop(): void;
}

export function createGestures(around: Surroundings): Gestures {
  const { scene, corrected, now, shown } = around;
  let pointing: Pointing | null = null;
  /** The mark last stepped to. Its object is new after each drawing: what it is about tells it. */
  let last: Pick<Mark, "reading" | "attribution"> | null = null;
  /** Brings the page back to where it was before the first jump. */
  let back: (() => void) | null = null;
  const card = createCard({
    jump,
    only: around.only,
    correct: around.correct,
    undo: around.undo,
    closed(byReader) {
      around.pointed(null);
      if (byReader) pointing?.dismissed();
    },
  });

  function open(
    reading: Reading | null,
    attributions: readonly number[],
    anchor: Range,
    byKeyboard: boolean,
    missed: Missed | null = null,
  ): void {
    const analysis = reading && shown(reading);
    if (!reading || !analysis) return;
    if (reading !== now.current) {
      now.current = reading;
      around.turned();
    }
    const innermost = attributions[attributions.length - 1];
    if (innermost !== undefined) around.pointed(innermost);
    const onlyActor = now.only?.reading === reading ? now.only.actor : null;
    card.show({
      attributions,
      anchor,
      analysis,
      blocks: reading.analysed,
      onlyActor,
      paywalled: now.cut,
      categories: around.settings().categories,
      correctable: corrected.kept,
      salt: corrected.salt,
      selected: () => selectedIn(reading),
      missed: missed?.selected() ?? [],
      byKeyboard,
    });
  }

  function find(reading: Reading | null, attribution: number): Mark | null {
    return scene.marks.find((each) => each.reading === reading && each.attribution === attribution) ?? null;
  }

  function jump(attribution: number): void {
    const mark = find(now.current, attribution);
    if (!mark) return;
    back ??= rememberPlace(mark);
    show(mark, "as liked");
  }

  function show(mark: Mark, how: "at once" | "as liked"): void {
    last = mark;
    scrollTo(mark, how);
    scene.flash(mark);
  }

  function selectedIn(reading: Reading): readonly Piece[] {
    const selection = dom.getSelection(document);
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return [];
    return piecesIn(reading, selection.getRangeAt(0));
  }

  /** What the card needs where the reader may add a statement; null where that cannot be. */
  function missedIn(range: Range): Missed | null {
    const reading = around.readings().find((each) => piecesIn(each, range).length > 0);
    const analysis = reading && shown(reading);
    if (!reading || !analysis || !corrected.kept) return null;
    return {
      analysis,
      blocks: reading.analysed,
      salt: corrected.salt,
      selected: () => piecesIn(reading, range),
    };
  }

  /** "3 of 14, accusation, United States", for those who do not see where they are. */
  function speak({ reading, attribution }: Mark): void {
    const analysis = shown(reading);
    if (!analysis) return;
    const drawn = stepOrder(scene.marks).filter((mark) => mark.reading === reading);
    const order = drawn.map((mark) => mark.attribution);
    card.announce(positionWords({ analysis, blocks: reading.analysed }, attribution, order));
  }

  return {
    jump,
    back() {
      back?.();
      back = null;
    },
    point(attribution) {
      const mark = find(now.current, attribution);
      if (mark && isInWindow(mark)) scene.flash(mark);
    },
    follow() {
      pointing ??= createPointing({
        delay: () => around.settings().cardDelay,
        under: scene.under,
        shadows: () =>
          rootsOf(around.readings()).filter((root): root is ShadowRoot => dom.nodeType(root) === 11),
        open({ attributions, anchor }) {
          const mark = scene.marks.find(
            (each) => each.attribution === attributions[0] && each.ranges.includes(anchor),
          );
          open(mark?.reading ?? now.current, attributions, anchor, false);
        },
        close: () => card.hide(),
        isOpen: () => card.open,
        owns: (event) => card.owns(event),
      });
    },
    overview() {
      const settings = around.settings();
      card.strip(settings.strip && scene.marks.length > 0 ? ticks(scene.marks, shown, settings) : null);
    },
    step(by) {
      const from = last && find(last.reading, last.attribution);
      const mark = stepFrom(stepOrder(scene.marks), from, by);
      const anchor = mark?.ranges[0];
      if (!mark || !anchor) return;
      show(mark, "at once");
      const around = withAround(mark, scene.marks);
      open(
        mark.reading,
        around.map(({ attribution }) => attribution),
        anchor,
        true,
      );
      speak(mark);
    },
    whoSays(range, status) {
      const marks = marksWithin(scene.marks, range);
      const attributions = marks.map((mark) => mark.attribution);
      // Beside what was found there may be something else in these words.
      if (marks[0]) open(marks[0].reading, attributions, range, true, missedIn(range));
      else {
        const why = status === "failed" ? "Failed" : status === "not_english" ? "NotEnglish" : "Nothing";
        card.note(`${t(`state${why}`)}. ${t(`state${why}Text`)}`, range, missedIn(range));
      }
    },
    forget() {
      last = null;
      back = null;
      card.hide();
    },
    stop() {
      pointing?.stop();
      pointing = null;
      card.remove();
    },
  };
}
