// What goes wrong while a page is open: the page's own errors, and exceptions of ours wherever they
// are thrown (content script, background, extension pages).

import type { Page } from "puppeteer-core";
import type { Running } from "./browsers";
import { ownWindow } from "./firefox";

/** Ends an error of a page that names no script. */
export const NOWHERE = "(from nowhere)";

export interface Faults {
  /** The page's errors since the last call, as text. */
  page(): string[];
  /** Our exceptions since the last call, as text. */
  ours(): Promise<string[]>;
}

/** Begins to listen. The page may navigate; the extension's other parts are heard as well. */
export async function listen(running: Running, page: Page): Promise<Faults> {
  const pageErrors: string[] = [];
  const ours: string[] = [];
  const scheme = running.origin.split("//")[0] ?? "";
  page.on("pageerror", (error) => {
    const text = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
    const first = text.split("\n")[0] ?? text;
    if (running.origin !== "" && text.includes(`${scheme}//`)) ours.push(text);
    // Whose it is only an address tells; without one it is told apart, for ours must not pass for the page's.
    else pageErrors.push(text.includes("://") ? first : `${first} ${NOWHERE}`);
  });
  const take = (list: string[]) => list.splice(0, list.length);
  if (running.origin === "") return { page: () => take(pageErrors), ours: async () => [] };
  if (running.kind === "firefox") {
    const heard = await firefoxConsole(running);
    return { page: () => take(pageErrors), ours: async () => [...take(ours), ...(await heard())] };
  }
  await hearWorker(running, ours);
  return { page: () => take(pageErrors), ours: async () => take(ours) };
}

/** Exceptions of the background in Chromium, also of one that is stopped and started again. */
async function hearWorker(running: Running, ours: string[]): Promise<void> {
  const hear = async (target: ReturnType<Running["browser"]["targets"]>[number]) => {
    if (target.type() !== "service_worker" || !target.url().startsWith(running.origin)) return;
    const session = await target.createCDPSession();
    session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
      ours.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    await session.send("Runtime.enable");
  };
  running.browser.on("targetcreated", (target) => void hear(target).catch(() => undefined));
  await Promise.all(running.browser.targets().map((target) => hear(target)));
}

/** Firefox keeps every error of every part in one list, which its own window can read. */
async function firefoxConsole({ browser, origin }: Running): Promise<() => Promise<string[]>> {
  const chrome = await ownWindow(browser);
  return () =>
    chrome.evaluate((origin: string) => {
      interface Message {
        sourceName?: string;
        errorMessage?: string;
        lineNumber?: number;
        flags?: number;
      }
      const { console } = (
        globalThis as unknown as { Services: { console: { getMessageArray(): Message[]; reset(): void } } }
      ).Services;
      const warning = 1;
      const found = console
        .getMessageArray()
        .filter(({ sourceName, flags }) => sourceName?.startsWith(origin) && !((flags ?? 0) & warning))
        .map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} (${sourceName}:${lineNumber})`);
      console.reset();
      return found;
    }, origin);
}
