// The one that knows all the others: has the page read, asks, has it drawn, answers the panel.
// Works the same in the extension and on the demo page; what differs comes in as a `World`.
// Leaves out everything that one of the content files does by itself.

import type { Correction, InClear } from "../changes";
import { readAnalyzeReply } from "../checks";
import * as dom from "../dom";
import type { AnalyzeRequest, PageState } from "../protocol";
import { DEFAULTS, type Settings, settingsFor } from "../settings";
import { createCorrected } from "./corrected";
import { createFitted } from "./fitted";
import { createGestures } from "./gestures";
import { marksCss } from "./marks";
import { createWork, newClock, type Work } from "./pause";
import { answer, isOpen, type Reading, rootsOf, update } from "./reading";
import { scan } from "./scan";
import { createScene } from "./scene";
import { failed, keysOf, type Now, stateOf, statusOf } from "./state";
import { inView } from "./steps";
import { createWatcher, type Watcher } from "./watch";
import type { Conductor, World } from "./world";

/** Begins at once; the page is marked when its settings allow it. */
export function conduct(world: World): Conductor {
  const scene = createScene();
  const corrected = createCorrected(world);
  const fitted = createFitted(world, corrected.shown, () => settings);
  const { shown } = fitted;
  const began = performance.now();
  const listeners = new Set<(state: PageState) => void>();
  const watching = new Set<(attribution: number | null) => void>();
  let settings: Settings = DEFAULTS;
  let on = true;
  let stopped = false;
  let address = addressNow();
  let readings: Reading[] = [];
  let watcher: Watcher | null = null;
  let generation = 0;
  /** Questions under way, by their generation. */
  const awaited = new Map<number, Reading>();
  /** The words of which the reader wants to know who says them, until there is an answer. */
  let question: Range | null = null;
  let posting = false;
  let styled = "";
  const ms: PageState["ms"] = { gate: 0, blocks: 0, roundTrip: 0, locate: 0, paint: 0, longest: 0 };
  const now: Now = {
    running: true,
    verdict: null,
    asked: false,
    looked: false,
    current: null,
    analysis: null,
    only: null,
    cut: false,
    known: new WeakMap(),
    broken: false,
    ms,
  };
  const gestures = createGestures({
    scene,
    corrected,
    shown,
    now,
    settings: () => settings,
    readings: () => readings,
    turned: post,
    pointed: (attribution) => {
      for (const each of watching) each(attribution);
    },
    only: setOnly,
    correct,
    undo,
  });

  // ---- reading -------------------------------------------------------------------------------

  /** A pass that says when it fails: the page may do what nobody thought of. */
  const look = () =>
    pass().catch((error: unknown) => {
      broke(error);
      return { worth: false, ms: 0 };
    });

  function broke(error: unknown): void {
    console.error("ascribe:", error);
    now.broken = true;
    post();
    answerQuestion();
  }

  /** One pass over the page: judge it if need be, read it, draw what is known, ask about what is new. */
  async function pass(): Promise<{ worth: boolean; ms: number }> {
    const work = createWork(ms);
    const gate = newClock();
    const reading = newClock();
    if (address !== addressNow()) forget();
    scene.refill();
    let { verdict } = now;
    if (!verdict || (!verdict.go && !now.asked)) verdict = await work.steps(world.judge(document), gate);
    ms.gate = gate.ms;
    if (address !== addressNow()) return { worth: true, ms: gate.ms };
    now.verdict = verdict;
    if (question && !verdict.go) now.asked = true;
    if (!verdict.go && !now.asked) {
      now.looked = false;
      if (readings.length > 0) await redraw([], work);
      now.broken = false;
      post();
      return { worth: false, ms: gate.ms };
    }
    const root = world.root?.() ?? dom.body(document);
    const { articles, cut } = root
      ? await scan(root, verdict.signals, work, reading)
      : { articles: [], cut: false };
    if (!isRunning() || address !== addressNow()) return { worth: true, ms: gate.ms + reading.ms };
    const next = work.piece(reading, () => update(readings, articles));
    now.looked = true;
    now.cut = cut;
    ms.blocks = reading.ms;
    const drawn = await redraw(next.readings, work);
    for (const each of readings) if (isOpen(each)) void ask(each).catch(broke);
    watcher?.also(rootsOf(readings));
    now.broken = false;
    post();
    return { worth: next.changed || drawn > 0, ms: gate.ms + reading.ms + ms.locate + ms.paint };
  }

  /** The address changed without loading: what was known is about another page. */
  function forget(): void {
    address = addressNow();
    now.verdict = null;
    now.asked = false;
    now.looked = false;
    readings = [];
    now.current = null;
    now.only = null;
    now.known = new WeakMap();
    now.broken = false;
    question = null;
    gestures.forget();
    void corrected.load();
  }

  async function ask(reading: Reading): Promise<void> {
    const about = reading.blocks;
    reading.asking = true;
    awaited.set(++generation, reading);
    const request: AnalyzeRequest = {
      type: "analyze",
      generation,
      awaited: [...awaited].flatMap(([each, of]) => (readings.includes(of) ? [each] : [])),
      blocks: [...about],
    };
    const began = performance.now();
    const given = await world.analyze(request).catch((error) => failed(request, error));
    const work = createWork(ms);
    const reply = work.piece(newClock(), () => readAnalyzeReply(given, request.generation, about));
    reading.asking = false;
    awaited.delete(request.generation);
    // An answer about an article that is gone is dropped, whatever its generation.
    if (!isRunning() || !readings.includes(reading) || reply.generation !== request.generation) return;
    ms.roundTrip = performance.now() - began;
    if (reply.type === "analysis")
      answer(reading, about, { ...reply.analysis, truncated: reply.analysis.truncated || reading.cut });
    else {
      reading.error = reply.error;
      reading.failed = about;
    }
    await redraw(readings, work);
    if (isOpen(reading)) watcher?.nudge("quiet");
    post();
  }

  // ---- showing -------------------------------------------------------------------------------

  let queue: Promise<unknown> = Promise.resolve();
  let drawings = 0;

  /** Draws these readings; one drawing at a time, in the order asked for. */
  function redraw(next: Reading[], work: Work = createWork(ms)): Promise<number> {
    readings = next;
    if (!now.current || !readings.includes(now.current)) now.current = readings[0] ?? null;
    if (now.only && !readings.includes(now.only.reading)) now.only = null;
    const behind = drawings++ > 0;
    const drawing = queue.then(async () => {
      if (behind) work.resumed();
      if (!isRunning()) return 0;
      const [locating, painting] = [newClock(), newClock()];
      const drawn = await scene.draw({ readings, shown, settings, only: now.only }, work, locating, painting);
      ms.locate = locating.ms;
      ms.paint = painting.ms;
      if (!isRunning()) return 0;
      if (scene.marks.length > 0) {
        ms.first ??= performance.now() - (world.begun ?? began);
        dress();
      }
      work.piece(newClock(), gestures.overview);
      answerQuestion();
      void fitted.ask(readings).then((changed) => (changed ? redraw(readings).then(post) : undefined), broke);
      return drawn;
    });
    queue = drawing.catch(() => {}).then(() => drawings--);
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
    gestures.follow();
  }

  // ---- what the reader asks for --------------------------------------------------------------

  /** Who says the words selected? Asked of a page that is not marked, it is marked first, whatever the gate thinks. */
  function askSelection(): void {
    const selection = dom.getSelection(document);
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    question = selection.getRangeAt(0).cloneRange();
    switchMarks(true);
    // What the gate declined is read now; the answer follows its drawing.
    if (now.verdict && !now.verdict.go && !now.asked) watcher?.nudge("now");
    else answerQuestion();
  }

  /** Once everything that is known is drawn. */
  function answerQuestion(): void {
    now.running = isRunning();
    const status = statusOf(now);
    if (!question || status === "reading") return;
    gestures.whoSays(question, status);
    question = null;
  }

  function setOnly(actor: number | null): void {
    now.only = actor === null || !now.current ? null : { reading: now.current, actor };
    void redraw(readings).then(post, broke);
  }

  function correct(correction: Correction, clear: InClear | null): Promise<boolean> {
    const kept = corrected.add(correction, clear);
    void redraw(readings).then(post, broke);
    return kept;
  }

  function undo(id: string): void {
    void corrected.undo(id);
    void redraw(readings).then(post, broke);
  }

  // ---- on and off ----------------------------------------------------------------------------

  function isRunning(): boolean {
    return !stopped && on && !world.excluded(settings);
  }

  function begin(): void {
    if (watcher || !isRunning()) return;
    watcher = createWatcher({
      roots: () => readings.map((reading) => reading.root),
      changed: look,
      refill: scene.refill,
      alive: world.alive,
      orphaned: stop,
      record: ms,
    });
    watcher.nudge("now");
    dom.addEventListener(document, "scrollend", scrolled, { passive: true });
  }

  /** The panel shows the article in view. */
  function scrolled(): void {
    if (readings.length > 1 && inView(readings) !== now.current) post();
  }

  /** Takes every trace off the page; `begin` starts anew. */
  function end(): void {
    watcher?.stop();
    watcher = null;
    dom.removeEventListener(document, "scrollend", scrolled);
    gestures.stop();
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
    watching.clear();
  }

  function applySettings(next: Settings): void {
    settings = settingsFor(next, location.hostname);
    if (!isRunning()) end();
    else if (!watcher) begin();
    else void redraw(readings).catch(broke);
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
    // A page may take its text away and then hold everything up with a question: nothing is marked that is gone.
    const current = now.current && dom.isConnected(now.current.root) ? now.current : null;
    now.analysis = current && shown(current);
    return stateOf({ ...now, current }, scene.marks, current ? fitted.partly(current) : []);
  }

  /** What a panel sees first is not new to it. */
  function remember(): void {
    const { current, known } = now;
    if (current?.analysis && !known.has(current))
      known.set(current, new Set(keysOf(current, shown(current))));
  }

  /** Tells the panel and the toolbar button, once for everything that happens in one go. */
  function post(): void {
    if (posting || stopped) return;
    posting = true;
    queueMicrotask(() => {
      posting = false;
      if (!stopped) createWork(ms).piece(newClock(), tell);
    });
  }

  function tell(): void {
    const told = state();
    const found = told.analysis?.attributions ?? [];
    const clashes = found.filter(({ kind }) => kind === "accusation" || kind === "denial").length;
    world.report(told.status, found.length, clashes);
    for (const listener of listeners) listener(told);
    if (listeners.size > 0) remember();
  }

  return {
    state,
    stop,
    listen(listener, pointed) {
      listeners.add(listener);
      if (pointed) watching.add(pointed);
      remember();
      createWork(ms).piece(newClock(), () => listener(state()));
      return () => {
        listeners.delete(listener);
        if (pointed) watching.delete(pointed);
      };
    },
    panel(command) {
      if (command.type === "jump") gestures.jump(command.attribution);
      else if (command.type === "back") gestures.back();
      else if (command.type === "point") gestures.point(command.attribution);
      else if (command.type === "only") setOnly(command.actor);
      else if (command.type === "marks") switchMarks(command.on);
      else if (command.type === "mark_anyway") {
        now.asked = true;
        watcher?.nudge("now");
      } else {
        for (const reading of readings) reading.failed = null;
        watcher?.nudge("now");
      }
    },
    page(command) {
      if (command.type === "toggle_marks") switchMarks(!on);
      else if (command.type === "next") gestures.step(1);
      else if (command.type === "previous") gestures.step(-1);
      else askSelection();
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
