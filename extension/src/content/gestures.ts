// What a reader does with the marks on the page: points at them, steps through them, jumps to one, asks who says the
// words selected. Each ends at a mark or on the card. Leaves out which marks there are (scene.ts) and the commands that
// lead here (conductor.ts).

import { createCard } from "../card/card";
import type { CardCallbacks } from "../card/contract";
import { positionWords } from "../describe";
import * as dom from "../dom";
import type { PageStatus } from "../protocol";
import type { Settings } from "../settings";
import { t } from "../words";
import type { Corrected } from "./corrected";
import { createPointing, type Pointing } from "./hover";
import { type Reading, rootsOf } from "./reading";
import type { Mark, Scene } from "./scene";
import type { Now } from "./state";
import { marksWithin, stepFrom, ticks } from "./steps";

export interface Surroundings extends Pick<CardCallbacks, "only" | "correct"> {
  readonly scene: Scene;
  readonly corrected: Corrected;
  readonly now: Now;
  settings(): Settings;
  readings(): readonly Reading[];
  /** The reader turned to another article of the page. */
  turned(): void;
}

export interface Gestures {
  /** Begins to follow the pointer; needed only once there are marks. */
  follow(): void;
  /** Draws the overview beside the page anew, or takes it away, as the settings say. */
  overview(): void;
  /** Scrolls to a mark of the article in view. */
  jump(attribution: number): void;
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
  const { scene, corrected, now } = around;
  const { shown } = corrected;
  let pointing: Pointing | null = null;
  /** The mark last stepped to; -1 before the first. */
  let at = -1;
  const card = createCard({
    jump,
    only: around.only,
    correct(change) {
      around.correct(change);
      card.hide();
    },
    dismissed: () => pointing?.dismissed(),
  });

  function open(
    reading: Reading | null,
    attributions: readonly number[],
    anchor: Range,
    byKeyboard: boolean,
  ): void {
    const analysis = reading && shown(reading);
    if (!reading || !analysis) return;
    if (reading !== now.current) {
      now.current = reading;
      around.turned();
    }
    const onlyActor = now.only?.reading === reading ? now.only.actor : null;
    card.show({
      attributions,
      anchor,
      analysis,
      blocks: reading.analysed,
      onlyActor,
      paywalled: now.cut,
      correctable: corrected.kept,
      byKeyboard,
    });
  }

  function jump(attribution: number): void {
    const mark = scene.marks.find((each) => each.reading === now.current && each.attribution === attribution);
    if (mark) show(mark);
  }

  function show(mark: Mark): void {
    at = scene.marks.indexOf(mark);
    scene.show(mark);
  }

  /** "3 of 14, accusation, United States", for those who do not see where they are. */
  function speak({ reading, attribution }: Mark): void {
    const analysis = shown(reading);
    if (!analysis) return;
    const drawn = scene.marks.filter((mark) => mark.reading === reading && mark.drawn);
    const order = drawn.map((mark) => mark.attribution);
    card.announce(positionWords({ analysis, blocks: reading.analysed }, attribution, order));
  }

  return {
    jump,
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
      const { strip, colours } = around.settings();
      card.strip(strip && scene.marks.length > 0 ? ticks(scene.marks, shown, colours) : null);
    },
    step(by) {
      const mark = scene.marks[stepFrom(scene.marks, at, by)];
      const anchor = mark?.ranges[0];
      if (!mark || !anchor) return;
      show(mark);
      open(mark.reading, [mark.attribution], anchor, true);
      speak(mark);
    },
    whoSays(range, status) {
      const marks = marksWithin(scene.marks, range);
      const attributions = marks.map((mark) => mark.attribution);
      if (marks[0]) open(marks[0].reading, attributions, range, true);
      else {
        const why = status === "failed" ? "Failed" : status === "not_english" ? "NotEnglish" : "Nothing";
        card.note(`${t(`state${why}`)}. ${t(`state${why}Text`)}`, range);
      }
    },
    forget() {
      at = -1;
      card.hide();
    },
    stop() {
      pointing?.stop();
      pointing = null;
      card.remove();
    },
  };
}
