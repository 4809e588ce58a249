// What the panel needs from where it stands: a page to look at, settings, and ways out. The
// extension and the demo each give their own. Leaves out everything that is shown.

import type { FindReply, KeepReply, PageState, PanelCommand } from "../protocol";
import type { SettingsStore } from "../settings";

/** Why there is no page state to show, or not yet. */
export type NoPage =
  | "connecting"
  /** A page that browsers do not let add-ons read. */
  | "unreadable"
  /** The reader switched this site off. */
  | "excluded"
  /** The page went away or was loaded anew while the panel was open. */
  | "gone";

export interface PanelHost {
  /**
   * Begins; calls back with every state of the page, with why there is none, with what the reader points at, or with
   * the share of the article, 0 to 1, that is read while it takes long.
   */
  start(
    state: (state: PageState) => void,
    none: (why: NoPage) => void,
    pointed: (attribution: number | null) => void,
    read: (share: number) => void,
  ): void;
  /** Begins again on the same tab, after "gone" or when the site was switched on. */
  restart(): void;
  post(command: PanelCommand): void;
  settings: SettingsStore;
  /** Where a pattern is found in these texts; null where the engine cannot be reached. Never rejects. */
  find(texts: string[], pattern: string): Promise<FindReply | null>;
  /** Host name of the page in view; null where there is none. */
  site(): string | null;
  /** Asks the browser for the right to mark this site by itself; false when the reader says no. */
  alwaysOn: ((site: string) => Promise<boolean>) | null;
  /** Opens the browser's side panel or sidebar; null where there is none, or we are it. */
  keepAtSide: (() => void) | null;
  openOptions: (() => void) | null;
  openReadingCopy: (() => void) | null;
  /** Keeps the article in view for comparing; `anyway`: also in a private window. Null where nothing can be kept. */
  keep: ((anyway: boolean) => Promise<KeepReply>) | null;
  openCompare: (() => void) | null;
  /** Closes the popup; null where there is nothing to close. */
  close: (() => void) | null;
  /** The panel stands beside the page and not over it: what is pointed at in one is shown in the other. */
  beside: boolean;
  /** A popup over the page, which the browser keeps small; on a phone the panel has the whole window. */
  popup: boolean;
  /** The panel is a part of a page that has its own heading and main part. */
  embedded: boolean;
  /** Version of the extension, for exports. */
  version: string;
}
