// The search: words as they are typed, or after a "/" a pattern, which the engine looks for. Tells of each text that is
// shown where it matches. Leaves out the lists that show it.

import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Attribution, CategorySpec, WrongPattern } from "../analysis";
import { kindName, type Reading, speakerName, targetName, wordsOf } from "../describe";
import type { PanelHost } from "./host";

/** Start and end in UTF-16 units. */
export type Spans = readonly (readonly [number, number])[];

export interface Search {
  /** Whether anything is searched for. */
  on: ReadonlySignal<boolean>;
  /** Whether a statement is among what is searched for; all are while nothing is. */
  has(reading: Reading, a: Attribution): boolean;
  /** Where a text matches, in order. */
  spans(text: string): Spans;
  /** What is wrong with the pattern, if anything. */
  wrong: Signal<WrongPattern | null>;
  /** The pattern took so long that not everything was looked through. */
  partly: Signal<boolean>;
}

/** A pattern as the engine is asked for it. */
export function searchSpec(pattern: string): CategorySpec {
  return { looks_for: pattern, pattern: true, place: "anywhere", accents: false };
}

export function createSearch(
  host: Pick<PanelHost, "find">,
  query: ReadonlySignal<string>,
  reading: ReadonlySignal<Reading | null>,
): Search {
  const wrong = signal<WrongPattern | null>(null);
  const partly = signal(false);
  /** Of the pattern last answered: where it is in each text; null until there was an answer. */
  const found = signal<ReadonlyMap<string, Spans> | null>(null);
  const pattern = computed(() => (query.value.startsWith("/") ? query.value.slice(1) : null));
  const words = computed(() => (pattern.value === null ? query.value.trim().toLocaleLowerCase() : ""));

  effect(() => {
    const now = pattern.value;
    wrong.value = null;
    partly.value = false;
    if (now === null || now.trim() === "" || !reading.value) {
      found.value = null;
      return;
    }
    const { value } = reading;
    const texts = [...new Set(value.analysis.attributions.flatMap((a) => textsOf(value, a)))];
    void host.find(texts, now).then((reply) => {
      // Something else is searched for by now.
      if (pattern.peek() !== now || reading.peek() !== value) return;
      if (reply?.type === "wrong") wrong.value = reply.wrong;
      if (reply?.type !== "found") return;
      partly.value = reply.partly;
      found.value = new Map(texts.map((text, i) => [text, reply.spans[i] ?? []]));
    });
  });

  return {
    on: computed(() => words.value !== "" || found.value !== null),
    wrong,
    partly,
    has(now, a) {
      const texts = textsOf(now, a);
      if (pattern.value === null)
        return words.value === "" || texts.join("\n").toLocaleLowerCase().includes(words.value);
      return found.value === null || texts.some((text) => (found.value?.get(text)?.length ?? 0) > 0);
    },
    spans(text) {
      if (pattern.value !== null) return found.value?.get(text) ?? [];
      return words.value === "" ? [] : wordsIn(text, words.value);
    },
  };
}

/** Everything about an attribution that a search looks through. */
function textsOf(reading: Reading, a: Attribution): string[] {
  const names = a.actor === null ? [] : (reading.analysis.actors[a.actor]?.names ?? []);
  return [
    kindName(a.kind),
    speakerName(reading, a),
    ...names.map((name) => name.text),
    targetName(reading, a) ?? "",
    wordsOf(a.source, reading.blocks),
    wordsOf(a.cue, reading.blocks),
    wordsOf(a.content, reading.blocks),
  ];
}

function wordsIn(text: string, words: string): Spans {
  const small = text.toLocaleLowerCase();
  // A letter that is longer when it is small would lead astray.
  if (small.length !== text.length) return [];
  const spans: [number, number][] = [];
  for (let at = small.indexOf(words); at >= 0; at = small.indexOf(words, at + words.length))
    spans.push([at, at + words.length]);
  return spans;
}
