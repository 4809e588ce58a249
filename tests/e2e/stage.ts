// What the tests of one `describe` share: a site and a reader who lets Ascribe mark it. Opened before the first of
// them, closed after the last, also when opening failed half way. Leaves out what they look at.

import { after, before } from "node:test";
import type { Kind } from "../harness/browsers";
import { type Reader, startReader } from "../harness/reader";
import type { Server } from "../harness/server";
import { serveSite } from "./site";

/** Filled when the first test runs. */
export interface Stage {
  site: Server;
  reader: Reader;
}

interface Setting {
  /** The site; the sample story where none is named. */
  site?: () => Promise<Server>;
  /** How the reader begins. */
  start?: (kind: Kind) => Promise<Reader>;
  /** What else is done before the first test. */
  ready?: (stage: Stage) => Promise<void>;
}

/** Called in a `describe`, before its tests. */
export function staged(kind: Kind, { site = serveSite, start = startReader, ready }: Setting = {}): Stage {
  const stage = {} as Partial<Stage>;
  before(async () => {
    stage.site = await site();
    stage.reader = await start(kind);
    await ready?.(stage as Stage);
  });
  after(async () => {
    await stage.reader?.running.browser.close();
    await stage.site?.close();
  });
  return stage as Stage;
}
