// The WebDriver BiDi connection under puppeteer's Firefox, for what puppeteer does not offer.

import type { Browser } from "puppeteer-core";

export interface Bidi {
  send(method: string, parameters: object): Promise<{ result: never }>;
}

/** Not in puppeteer's public types; it has had this name since BiDi came. */
export function bidi(browser: Browser): Bidi {
  return (browser as unknown as { connection: Bidi }).connection;
}
