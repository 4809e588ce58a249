// What surrounds the conductor: what it needs from outside the page, and what it gives. The extension makes one world
// (main.ts), the demo page another. Leaves out all doing.

import type { Correction, InClear } from "../changes";
import type {
  AnalyzeRequest,
  CategorizeRequest,
  CorrectionsReply,
  PageCommand,
  PageState,
  PageStatus,
  PanelCommand,
} from "../protocol";
import type { Settings, SettingsStore } from "../settings";
import type { Verdict } from "./gate/judge";
import type { Steps } from "./pause";

/** What the conductor needs from outside the page. */
export interface World {
  /** The engine's answer, not yet looked at. Rejects when it cannot be reached. */
  analyze(request: AnalyzeRequest): Promise<unknown>;
  /** Which categories fit, not yet looked at; null where the engine cannot be reached. Never rejects. */
  categorize(request: CategorizeRequest): Promise<unknown>;
  settings: SettingsStore;
  /** Whether the page is an article, and for which reason. */
  judge(doc: Document): Steps<Verdict>;
  /** Puts the marks' style sheet on the page, in place of the one before, if any; null takes it away. */
  style(css: string | null, before: string | null): Promise<void>;
  /** Where the article is looked for; the whole body when left out. */
  root?(): Element;
  /** Corrections kept for this page, and whether any can be kept. */
  corrections(): Promise<Pick<CorrectionsReply, "corrections" | "salt" | "kept">>;
  /** Keeps one; false when it could not be kept. */
  correct(correction: Correction, clear: InClear | null): Promise<boolean>;
  /** Forgets one. */
  uncorrect(id: string): Promise<void>;
  /** Whether the host of the page, or the page, is switched off by the settings. */
  excluded(settings: Settings): boolean;
  /** For the toolbar button: what was found, and how many of it are accusations and denials. */
  report(status: PageStatus, found: number, clashes: number): void;
  /** When the gate let the page through, by `performance.now()`; null where there was no gate. */
  begun: number | null;
  /** False once the extension was updated or removed under us. */
  alive(): boolean;
}

export interface Conductor {
  state(): PageState;
  /**
   * Calls back with the state now and every later one, and with each mark that the reader points at; what it returns
   * ends that.
   */
  listen(listener: (state: PageState) => void, pointed?: (attribution: number | null) => void): () => void;
  panel(command: PanelCommand): void;
  page(command: PageCommand): void;
  /** Takes every trace off the page. */
  stop(): void;
}
