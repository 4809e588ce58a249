// The one that knows all the others: reads the page, asks, draws, answers the panel, mounts the card.
// Works the same in the extension and on the demo page; what differs comes in as a `World`.
// Leaves out everything that one of the content files does by itself.

import { createCard } from "../card/card";
import type { Change } from "../corrections";
import { positionWords } from "../describe";
import type { AnalyzeReply, AnalyzeRequest, PageState } from "../protocol";
import { DEFAULTS, type Settings } from "../settings";
import { type Article, findArticles } from "./blocks/article";
import { walk } from "./blocks/walk";
import { createCorrected } from "./corrected";
import { judge, type Verdict } from "./gate/judge";
import { createPointing, type Pointing } from "./hover";
import { marksCss } from "./marks";
import { type Clock, inSlices, newClock, timed } from "./pause";
import { isCut } from "./paywall";
import { answer, isOpen, type Reading, rootsOf, update } from "./reading";
import { createScene, type Mark } from "./scene";
import { keysOf, type Now, stateOf } from "./state";
import { inView, marksWithin, stepFrom, ticks } from "./steps";
import { createWatcher, type Watcher } from "./watch";
import type { Conductor, World } from "./world";

/** Begins at once; the page is marked when its settings allow it. */
export function conduct(world: World): Conductor {
  const scene = createScene();
  const corrected = createCorrected(world);
  const { shown } = corrected;
  const card = createCard({
    jump: (attribution) => showAttribution(attribution),
    only: (actor) => setOnly(actor),
    correct,
    dismissed: () => pointing?.dismissed(),
  });
  const began = performance.now();
  const listeners = new Set<(state: PageState) => void>();
  let settings: Settings = DEFAULTS;
  let on = true;
  let stopped = false;
  let address = addressNow();
  let readings: Reading[] = [];
  let watcher: Watcher | null = null;
  let pointing: Pointing | null = null;
  let generation = 0;
  let step = -1;
  let posting = false;
  let styled = "";
  const ms: PageState["ms"] = { gate: 0, blocks: 0, roundTrip: 0, locate: 0, paint: 0, longest: 0 };
  const now: Now = {
    running: true,
    verdict: null,
    asked: false,
    current: null,
    analysis: null,
    only: null,
    cut: false,
    known: null,
    ms,
  };

  // ---- reading -------------------------------------------------------------------------------

  /** One pass over the page: judge it if need be, read it, draw what is known, ask about what is new. */
  async function pass(): Promise<{ worth: boolean; ms: number }> {
    const gate = newClock();
    const reading = newClock();
    if (address !== addressNow()) forget();
    scene.refill();
    if (!now.verdict || (!now.verdict.go && !now.asked)) now.verdict = timed(gate, () => judge(document));
    ms.gate = gate.ms;
    if (!now.verdict.go && !now.asked) {
      if (readings.length > 0) await redraw([]);
      post();
      return { worth: false, ms: gate.ms };
    }
    const { articles, barriers } = await readArticles(now.verdict, reading);
    if (!isRunning()) return { worth: false, ms: gate.ms + reading.ms };
    const next = update(readings, articles);
    now.cut = timed(reading, () =>
      isCut(document, (now.verdict as Verdict).signals, wordsOf(articles), barriers),
    );
    ms.blocks = reading.ms;
    ms.longest = Math.max(ms.longest, gate.longest, reading.longest);
    const drawn = await redraw(next.readings);
    for (const each of readings) if (isOpen(each)) void ask(each);
    watcher?.also(rootsOf(readings));
    post();
    return { worth: next.changed || drawn > 0, ms: gate.ms + reading.ms + ms.locate + ms.paint };
  }

  async function readArticles(
    { signals }: Verdict,
    clock: Clock,
  ): Promise<{ articles: Article[]; barriers: readonly Element[] }> {
    if (!document.body) return { articles: [], barriers: [] };
    const { top, barriers } = await inSlices(walk(world.root?.() ?? document.body), clock);
    return { articles: timed(clock, () => findArticles(top, signals)), barriers };
  }

  /** The address changed without loading: what was known is about another page. */
  function forget(): void {
    address = addressNow();
    now.verdict = null;
    now.asked = false;
    readings = [];
    now.current = null;
    now.only = null;
    now.known = null;
    step = -1;
    card.hide();
    void corrected.load();
  }

  async function ask(reading: Reading): Promise<void> {
    const about = reading.blocks;
    const request: AnalyzeRequest = { type: "analyze", generation: ++generation, blocks: [...about] };
    reading.asking = true;
    const began = performance.now();
    const reply = await world
      .analyze(request)
      .catch(
        (error): AnalyzeReply => ({ type: "failed", generation: request.generation, error: String(error) }),
      );
    reading.asking = false;
    // An answer about an article that is gone is dropped, whatever its generation.
    if (!isRunning() || !readings.includes(reading) || reply.generation !== request.generation) return;
    ms.roundTrip = performance.now() - began;
    if (reply.type === "analysis")
      answer(reading, about, { ...reply.analysis, truncated: reply.analysis.truncated || reading.cut });
    else {
      reading.error = reply.error;
      reading.failed = about;
    }
    await redraw(readings);
    if (isOpen(reading)) watcher?.nudge();
    post();
  }

  // ---- showing -------------------------------------------------------------------------------

  let queue: Promise<unknown> = Promise.resolve();

  /** Draws these readings; one drawing at a time, in the order asked for. */
  function redraw(next: Reading[]): Promise<number> {
    readings = next;
    if (!now.current || !readings.includes(now.current)) now.current = readings[0] ?? null;
    if (now.only && !readings.includes(now.only.reading)) now.only = null;
    const drawing = queue.then(async () => {
      if (!isRunning()) return 0;
      const [locating, painting] = [newClock(), newClock()];
      const drawn = await scene.draw({ readings, shown, settings, only: now.only }, locating, painting);
      ms.locate = locating.ms;
      ms.paint = painting.ms;
      ms.longest = Math.max(ms.longest, locating.longest, painting.longest);
      if (scene.marks.length > 0) {
        ms.first ??= performance.now() - (world.begun ?? began);
        dress();
      }
      const strip = settings.strip && scene.marks.length > 0;
      card.strip(strip ? ticks(scene.marks, shown, settings.colours) : null);
      return isRunning() ? drawn : 0;
    });
    queue = drawing.catch(() => {});
    return drawing;
  }

  /** Sheet and pointer: needed only once there are marks. */
  function dress(): void {
    const css = marksCss(settings);
    if (css !== styled) {
      scene.style(css);
      void world.style(css, styled || null);
      styled = css;
    }
    pointing ??= createPointing({
      delay: () => settings.cardDelay,
      under: (node, offset) => scene.under(node, offset),
      shadows: () => rootsOf(readings).filter((root): root is ShadowRoot => root.nodeType === 11),
      open: ({ attributions, anchor }) => {
        const mark = scene.marks.find(
          (each) => each.attribution === attributions[0] && each.ranges.includes(anchor),
        );
        openCard(mark?.reading ?? now.current, attributions, anchor, false);
      },
      close: () => card.hide(),
      isOpen: () => card.open,
      owns: (event) => card.owns(event),
    });
  }

  function openCard(
    reading: Reading | null,
    attributions: readonly number[],
    anchor: Range,
    byKeyboard: boolean,
  ): void {
    const analysis = reading && shown(reading);
    if (!reading || !analysis) return;
    if (reading !== now.current) {
      now.current = reading;
      post();
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

  // ---- what the reader asks for --------------------------------------------------------------

  function showAttribution(attribution: number, byKeyboard = false): void {
    const mark = scene.marks.find((each) => each.reading === now.current && each.attribution === attribution);
    if (mark) showMark(mark, byKeyboard);
  }

  function showMark(mark: Mark, byKeyboard: boolean): void {
    step = scene.marks.indexOf(mark);
    scene.show(mark);
    const anchor = mark.ranges[0];
    if (byKeyboard && anchor) openCard(mark.reading, [mark.attribution], anchor, true);
  }

  function stepBy(by: 1 | -1): void {
    const mark = scene.marks[stepFrom(scene.marks, step, by)];
    if (!mark) return;
    showMark(mark, true);
    speak(mark);
  }

  /** "3 of 14, accusation, United States", for those who do not see where they are. */
  function speak({ reading, attribution }: Mark): void {
    const analysis = shown(reading);
    if (!analysis) return;
    const drawn = scene.marks.filter((mark) => mark.reading === reading && mark.drawn);
    const order = drawn.map((mark) => mark.attribution);
    card.announce(positionWords({ analysis, blocks: reading.analysed }, attribution, order));
  }

  function whoSaysSelection(): void {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    const marks = marksWithin(scene.marks, range);
    const attributions = marks.map((mark) => mark.attribution);
    if (marks[0]) openCard(marks[0].reading, attributions, range.cloneRange(), true);
  }

  function setOnly(actor: number | null): void {
    now.only = actor === null || !now.current ? null : { reading: now.current, actor };
    void redraw(readings).then(post);
  }

  function correct(change: Change): void {
    corrected.add(change);
    card.hide();
    void redraw(readings).then(post);
  }

  // ---- on and off ----------------------------------------------------------------------------

  function isRunning(): boolean {
    return !stopped && on && !world.excluded(settings);
  }

  function begin(): void {
    if (watcher || !isRunning()) return;
    watcher = createWatcher({
      roots: () => readings.map((reading) => reading.root),
      changed: pass,
      refill: scene.refill,
      alive: world.alive,
      orphaned: stop,
    });
    watcher.nudge();
    document.addEventListener("scrollend", scrolled, { passive: true });
  }

  /** The panel shows the article in view. */
  function scrolled(): void {
    if (readings.length > 1 && inView(readings) !== now.current) post();
  }

  /** Takes every trace off the page; `begin` starts anew. */
  function end(): void {
    watcher?.stop();
    watcher = null;
    document.removeEventListener("scrollend", scrolled);
    pointing?.stop();
    pointing = null;
    card.remove();
    scene.clear();
    if (styled) void world.style(null, styled);
    styled = "";
    readings = [];
    forget();
  }

  function stop(): void {
    stopped = true;
    unwatch();
    end();
    listeners.clear();
  }

  function applySettings(next: Settings): void {
    settings = next;
    if (!isRunning()) end();
    else if (!watcher) begin();
    else void redraw(readings);
    post();
  }

  const unwatch = world.settings.watch(applySettings);
  void Promise.all([world.settings.load(), corrected.load()]).then(([{ settings: own }]) => {
    if (!stopped) applySettings(own);
  });

  // ---- telling -------------------------------------------------------------------------------

  function state(): PageState {
    now.running = isRunning();
    if (readings.length > 1) now.current = inView(readings);
    now.analysis = now.current && shown(now.current);
    return stateOf(now, scene.marks);
  }

  /** What a panel sees first is not new to it. */
  function remember(): void {
    if (now.current?.analysis) now.known ??= new Set(keysOf(now.current, shown(now.current)));
  }

  /** Tells the panel and the toolbar button, once for everything that happens in one go. */
  function post(): void {
    if (posting || stopped) return;
    posting = true;
    queueMicrotask(() => {
      posting = false;
      if (stopped) return;
      const told = state();
      world.report(told.status, told.analysis?.attributions.length ?? 0);
      for (const listener of listeners) listener(told);
      if (listeners.size > 0) remember();
    });
  }

  return {
    state,
    stop,
    listen(listener) {
      listeners.add(listener);
      remember();
      return () => listeners.delete(listener);
    },
    panel(command) {
      if (command.type === "jump") showAttribution(command.attribution);
      else if (command.type === "only") setOnly(command.actor);
      else if (command.type === "correct") correct(command.change);
      else if (command.type === "marks") switchMarks(command.on);
      else if (command.type === "mark_anyway") {
        now.asked = true;
        watcher?.nudge();
      } else {
        for (const reading of readings) reading.failed = null;
        watcher?.nudge();
      }
    },
    page(command) {
      if (command.type === "toggle_marks") switchMarks(!on);
      else if (command.type === "next") stepBy(1);
      else if (command.type === "previous") stepBy(-1);
      else whoSaysSelection();
    },
  };

  function switchMarks(next: boolean): void {
    if (on === next) return;
    on = next;
    if (on) begin();
    else end();
    post();
  }
}

/** What tells one page of a site from another; the part after # does not. */
function addressNow(): string {
  return location.href.replace(/#.*$/, "");
}

function wordsOf(articles: readonly Article[]): number {
  let words = 0;
  for (const { text } of articles[0]?.lines ?? []) words += text.split(" ").length;
  return words;
}
