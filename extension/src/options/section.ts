// What every section of the options page is given. Leaves out what each does with it.

import type { Settings } from "../settings";
import type { OptionsHost } from "./host";

export interface SectionProps {
  host: OptionsHost;
  settings: Settings;
  change(patch: Partial<Settings>): void;
  /** Says what came of a press; spoken and shown at the foot. */
  say(words: string): void;
}
