// A page of the extension under control: panel, options, welcome, in either browser.
// Leaves out ordinary pages, which puppeteer drives in both. Firefox does not let puppeteer open
// `moz-extension:` pages, so that half speaks WebDriver BiDi itself.

import { writeFile } from "node:fs/promises";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { type Bidi, bidi } from "./bidi";
import type { Running } from "./browsers";
import { PATIENCE } from "./patience";

/** What runs inside the page: a function that closes over nothing, or an expression. */
export type Script<A, T> = ((argument: A) => T | Promise<T>) | string;

export interface Evaluating {
  /** Runs it inside the page and returns what it gives, as JSON carries it. */
  evaluate<T, A = undefined>(script: Script<A, T>, argument?: A): Promise<T>;
  /** Settles once the script gives something true, and returns that. */
  waitFor<T, A = undefined>(script: Script<A, T>, argument?: A): Promise<NonNullable<T>>;
}

export interface Surface extends Evaluating {
  /** A real click in the middle of the first element that the selector finds. */
  click(selector: string): Promise<void>;
  /** Real key presses, one after another; names as in KeyboardEvent.key. */
  press(...keys: string[]): Promise<void>;
  /** Types that text into what has the focus. */
  type(text: string): Promise<void>;
  /** Sets the size of the viewport in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  screenshot(path: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** Between two looks at a condition. */
const LOOK_AGAIN = 40;

/** Opens a page of the extension in a tab of its own; `path` is relative to the package. */
export async function openSurface(
  running: Running,
  path: string,
  where: "in front" | "behind" = "in front",
): Promise<Surface> {
  const url = `${running.origin}/${path}`;
  const background = where === "behind";
  if (running.kind === "firefox") return FirefoxSurface.open(running.browser, url, background);
  const page = await running.browser.newPage({ background });
  await page.goto(url);
  return new ChromiumSurface(page);
}

/** The same handle for a page that puppeteer already has: a popup, or a page of the web. */
export function surfaceOf(page: Page): Surface {
  return new ChromiumSurface(page);
}

function expression<A, T>(script: Script<A, T>, argument: A | undefined): string {
  const value = argument === undefined ? "undefined" : JSON.stringify(argument);
  const call = typeof script === "string" ? `(${script})` : `(${script})(${value})`;
  // JSON in and out: both browsers then agree on what comes back.
  return `(async () => { const value = await ${call}; return JSON.stringify({ value }); })()`;
}

async function lookUntil<T>(what: string, look: () => Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE;
  let last: unknown;
  for (;;) {
    try {
      last = await look();
      if (last) return last as NonNullable<T>;
    } catch (error) {
      // The page may be on its way to another document.
      last = error;
    }
    if (Date.now() > end) throw new Error(`never came true: ${what}; last: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
  }
}

/** Adds waiting to what can only evaluate. */
export function polling(evaluate: Evaluating["evaluate"]): Evaluating {
  return {
    evaluate,
    waitFor: (script, argument) => lookUntil(String(script), () => evaluate(script, argument)),
  };
}

const MIDDLE = (selector: string) => {
  const element = document.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: "nearest" });
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return null;
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
};

class ChromiumSurface implements Surface {
  constructor(private readonly page: Page) {}

  async evaluate<T, A>(script: Script<A, T>, argument?: A): Promise<T> {
    const text = (await this.page.evaluate(expression(script, argument))) as string;
    return JSON.parse(text).value;
  }

  waitFor<T, A>(script: Script<A, T>, argument?: A): Promise<NonNullable<T>> {
    return lookUntil(String(script), () => this.evaluate(script, argument));
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.waitFor(MIDDLE, selector);
    await this.page.mouse.click(x, y);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key as never);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async resize(width: number, height: number): Promise<void> {
    // The driver's own way would say of a finger that it is a mouse; its session is not in its public types.
    const session = (this.page as unknown as { _client(): CDPSession })._client();
    const metrics = { width, height, deviceScaleFactor: 0, mobile: false };
    await session.send("Emulation.setDeviceMetricsOverride", metrics);
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }

  async bringToFront(): Promise<void> {
    await this.page.bringToFront();
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** Keys that BiDi names by a private code point. */
const BIDI_KEYS: Record<string, string> = {
  Enter: "\uE007",
  Escape: "\uE00C",
  Tab: "\uE004",
  ArrowDown: "\uE015",
  ArrowUp: "\uE013",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  Home: "\uE011",
  End: "\uE010",
  Backspace: "\uE003",
  Delete: "\uE017",
  Space: " ",
};

/** A browsing context of Firefox, driven over BiDi. Also serves the real popup. */
export class FirefoxSurface implements Surface {
  constructor(
    private readonly connection: Bidi,
    private readonly context: string,
  ) {}

  static async open(browser: Browser, url: string, background: boolean): Promise<Surface> {
    const connection = bidi(browser);
    const made = await connection.send("browsingContext.create", { type: "tab", background });
    const { context } = made.result as { context: string };
    // Waiting for the navigation would never end; the page itself says when it has loaded.
    await connection.send("browsingContext.navigate", { context, url, wait: "none" });
    const surface = new FirefoxSurface(connection, context);
    await surface.waitFor(`location.href === ${JSON.stringify(url)} && document.readyState === "complete"`);
    return surface;
  }

  async evaluate<T, A>(script: Script<A, T>, argument?: A): Promise<T> {
    const answer = await this.connection.send("script.evaluate", {
      expression: expression(script, argument),
      target: { context: this.context },
      awaitPromise: true,
    });
    const outcome = answer.result as {
      type: string;
      result?: { value: string };
      exceptionDetails?: { text: string };
    };
    if (outcome.type !== "success" || !outcome.result) throw new Error(outcome.exceptionDetails?.text);
    return JSON.parse(outcome.result.value).value;
  }

  waitFor<T, A>(script: Script<A, T>, argument?: A): Promise<NonNullable<T>> {
    return lookUntil(String(script), () => this.evaluate(script, argument));
  }

  async click(selector: string): Promise<void> {
    const { x, y } = await this.waitFor(MIDDLE, selector);
    await this.perform({
      type: "pointer",
      id: "mouse",
      actions: [
        { type: "pointerMove", x, y },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ],
    });
  }

  async press(...keys: string[]): Promise<void> {
    const actions = keys.flatMap((key) => {
      const value = BIDI_KEYS[key] ?? key;
      return [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ];
    });
    await this.perform({ type: "key", id: "keyboard", actions });
  }

  async type(text: string): Promise<void> {
    await this.press(...text);
  }

  private async perform(source: object): Promise<void> {
    await this.connection.send("input.performActions", { context: this.context, actions: [source] });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.connection.send("browsingContext.setViewport", {
      context: this.context,
      viewport: { width, height },
    });
  }

  async screenshot(path: string): Promise<void> {
    const shot = await this.connection.send("browsingContext.captureScreenshot", { context: this.context });
    await writeFile(path, Buffer.from((shot.result as { data: string }).data, "base64"));
  }

  async bringToFront(): Promise<void> {
    await this.connection.send("browsingContext.activate", { context: this.context });
  }

  async close(): Promise<void> {
    await this.connection.send("browsingContext.close", { context: this.context });
  }
}
