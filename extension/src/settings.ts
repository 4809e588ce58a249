// The reader's settings: their shape, their defaults and their way in and out of storage.local.
// Leaves out every surface that shows them.

import type { Group } from "./analysis";

/** Grows when the shape changes; `migrate` brings older ones up. */
export const SETTINGS_VERSION = 1;

export interface Settings {
  version: number;
  /** When pages are marked: on the toolbar button, on the listed sites, on every article. */
  when: "click" | "sites" | "all";
  /** Host names that are always marked. */
  sites: string[];
  /** Host names where nothing loads. */
  excluded: string[];
  groups: Record<Group, boolean>;
  /** The overlay over unnamed or unclear sources. */
  unnamed: boolean;
  look: "lines" | "tint";
  weight: "thin" | "normal" | "strong";
  /** Own colours by group; null keeps ours. */
  colours: Record<Group, string | null>;
  /** Milliseconds of rest before the card opens; null opens on click only. */
  cardDelay: 0 | 400 | 800 | null;
  strip: boolean;
  badge: boolean;
}

export const DEFAULTS: Settings = {
  version: SETTINGS_VERSION,
  when: "click",
  sites: [],
  excluded: [],
  groups: { accusations: true, denials: true, demands: true, views: true, statements: true },
  unnamed: false,
  look: "lines",
  weight: "normal",
  colours: { accusations: null, denials: null, demands: null, views: null, statements: null },
  cardDelay: 400,
  strip: false,
  badge: false,
};
