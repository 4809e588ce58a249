// The card on a page. Its shadow root is closed to the page; both drivers can look into it.

import type { Page } from "puppeteer-core";
import { bidi } from "./bidi";
import type { Running } from "./browsers";
import { PATIENCE } from "./patience";

/** What is run with the card's element; null when the card was never built. The function closes over nothing. */
type InCard<T> = (card: HTMLElement) => T;

/** The words on the open card, null while none is open. */
export function cardText(running: Running, page: Page): Promise<string | null> {
  return inCard(running, page, (card) => (card.matches(":popover-open") ? card.innerText : null));
}

/** Where the card stands in CSS pixels of the viewport, and the sizes of what can be pressed on it. */
export function cardPlace(running: Running, page: Page) {
  return inCard(running, page, (card) => {
    const { left, top, right, bottom } = card.getBoundingClientRect();
    const targets = Array.from(card.querySelectorAll("button"), (button) => {
      const { width, height } = button.getBoundingClientRect();
      return { label: button.innerText, width, height };
    });
    return { left, top, right, bottom, targets };
  });
}

/** The colours of each tick of the strip beside the page, as CSS has them; null where no card was built or no strip is. */
export function stripColours(running: Running, page: Page): Promise<string[][] | null> {
  return inCard(running, page, (card) => {
    const strip = (card.getRootNode() as ShadowRoot).querySelector(".strip");
    if (!strip) return null;
    return Array.from(strip.children, (tick) => {
      const colours = getComputedStyle(tick).backgroundImage.match(/rgb\([^)]*\)/g) ?? [];
      return colours.filter((colour, i) => colour !== colours[i - 1]);
    });
  });
}

/** Settles once the strip's ticks are as wanted, and returns their colours. */
export async function stripWhen(
  running: Running,
  page: Page,
  wanted: (ticks: string[][] | null) => boolean,
): Promise<string[][] | null> {
  return until(page, () => stripColours(running, page), wanted);
}

/** Runs that with the open card's element until it gives something, and returns it. */
export async function inOpenCard<T>(
  running: Running,
  page: Page,
  script: InCard<T>,
): Promise<NonNullable<T>> {
  await cardOpens(running, page);
  const seen = await until(
    page,
    () => inCard(running, page, script),
    (seen) => Boolean(seen),
  );
  return seen as NonNullable<T>;
}

/** Settles once a card is open, and returns its words. */
export async function cardOpens(running: Running, page: Page): Promise<string> {
  const text = await until(
    page,
    () => cardText(running, page),
    (text) => text !== null,
  );
  return text ?? "";
}

/** Settles once no card is open. */
export async function cardCloses(running: Running, page: Page): Promise<void> {
  await until(
    page,
    () => cardText(running, page),
    (text) => text === null,
  );
}

async function until<T>(page: Page, look: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    if (Date.now() > end) throw new Error(`the card never was as wanted: ${JSON.stringify(seen)}`);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)));
  }
}

async function inCard<T>(running: Running, page: Page, script: InCard<T>): Promise<T | null> {
  return running.kind === "chromium" ? inChromium(page, script) : inFirefox(running, page, script);
}

interface DomNode {
  nodeName: string;
  backendNodeId: number;
  children?: DomNode[];
  shadowRoots?: DomNode[];
  attributes?: string[];
}

async function inChromium<T>(page: Page, script: InCard<T>): Promise<T | null> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send("DOM.getDocument", { depth: -1, pierce: true })) as {
      root: DomNode;
    };
    const host = find(root, (node) => node.nodeName.toLowerCase() === "ascribe-card");
    const card =
      host?.shadowRoots?.[0] &&
      find(host.shadowRoots[0], (node) => node.attributes?.includes("popover") ?? false);
    if (!card) return null;
    const { object } = await session.send("DOM.resolveNode", { backendNodeId: card.backendNodeId });
    const { result } = await session.send("Runtime.callFunctionOn", {
      objectId: object.objectId as string,
      functionDeclaration: `function () { return (${script})(this); }`,
      returnByValue: true,
    });
    return result.value as T;
  } finally {
    await session.detach();
  }
}

function find(node: DomNode, wanted: (node: DomNode) => boolean): DomNode | undefined {
  if (wanted(node)) return node;
  for (const child of node.children ?? []) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

interface RemoteNode {
  sharedId: string;
  value?: { children?: RemoteNode[]; shadowRoot?: RemoteNode | null; attributes?: Record<string, string> };
}

async function inFirefox<T>({ browser }: Running, page: Page, script: InCard<T>): Promise<T | null> {
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const answer = await bidi(browser).send("script.evaluate", {
    expression: 'document.querySelector("ascribe-card")',
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: "all", maxDomDepth: 2 },
  });
  const host = (answer.result as { result: RemoteNode }).result;
  const card = host.value?.shadowRoot?.value?.children?.find(
    (node) => "popover" in (node.value?.attributes ?? {}),
  );
  if (!card) return null;
  const called = await bidi(browser).send("script.callFunction", {
    functionDeclaration: `(card) => JSON.stringify((${script})(card))`,
    arguments: [{ sharedId: card.sharedId }],
    target: { context },
    awaitPromise: false,
  });
  const { result } = called.result as { result: { value: string } };
  return JSON.parse(result.value);
}
