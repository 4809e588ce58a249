// The toolbar button, pressed as a reader presses it: the real popup, with activeTab granted.
// Leaves out the panel's page opened in a tab, which has no such grant (surface.ts).

import type { Page } from "puppeteer-core";
import type { Running } from "./browsers";
import { ownWindow } from "./firefox";
import { type Evaluating, type FirefoxSurface, polling, type Script, surfaceOf } from "./surface";

/** Presses the button while `page` is in front and returns the popup, once it stands. */
export async function pressButton(running: Running, page: Page): Promise<Evaluating> {
  await page.bringToFront();
  const popup = running.kind === "chromium" ? await inChromium(running, page) : await inFirefox(running);
  await popup.waitFor(() => document.readyState === "complete");
  return popup;
}

async function inChromium({ browser, origin }: Running, page: Page): Promise<Evaluating> {
  const session = await browser.target().createCDPSession();
  // Only the target of type "tab", not the page inside it, is accepted.
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
  const tab = targetInfos.find((info) => info.type === "tab" && info.url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  const popup = browser.waitForTarget((target) => target.url().startsWith(`${origin}/panel.html`));
  await session.send("Extensions.triggerAction", { id: new URL(origin).host, targetId: tab.targetId });
  const found = await popup;
  await session.detach();
  return surfaceOf(await found.asPage());
}

/** Firefox's own window is a context too, where the button can be found and pressed. */
async function inFirefox({ browser }: Running): Promise<Evaluating> {
  const chrome = await ownWindow(browser);
  // Input events are refused in a privileged window; `click` runs what a press of the button runs.
  await chrome.waitFor(() => {
    const button = document.querySelector<HTMLElement>("toolbarbutton.webextension-browser-action");
    button?.click();
    return button !== null;
  });
  await chrome.waitFor(() => document.querySelector("browser.webextension-popup-browser") !== null);
  return polling((script, argument) => inFirefoxPopup(chrome, script, argument));
}

/** The popup is no context of BiDi: a frame script looks into it and sends back what it saw. */
function inFirefoxPopup<A, T>(chrome: FirefoxSurface, script: Script<A, T>, argument?: A): Promise<T> {
  const call = typeof script === "string" ? `(${script})` : `(${script})(${JSON.stringify(argument)})`;
  const frameScript = `{
    const window = content, document = content.document, location = content.location;
    (async () => ${call})().then(
      (value) => sendAsyncMessage("ascribe:seen", JSON.stringify({ value })),
      (error) => sendAsyncMessage("ascribe:seen", JSON.stringify({ error: String(error) })),
    );
  }`;
  return chrome.evaluate(async (source: string) => {
    const popup = document.querySelector("browser.webextension-popup-browser") as unknown as {
      messageManager: {
        addMessageListener(name: string, listener: (message: { data: string }) => void): void;
        removeMessageListener(name: string, listener: (message: { data: string }) => void): void;
        loadFrameScript(url: string, delayed: boolean): void;
      };
    };
    const { messageManager } = popup;
    const seen = await new Promise<string>((resolve, reject) => {
      // A popup that closes meanwhile never answers; whoever waits asks again.
      setTimeout(() => reject(new Error("the popup gave no answer")), 5_000);
      const listener = ({ data }: { data: string }) => {
        messageManager.removeMessageListener("ascribe:seen", listener);
        resolve(data);
      };
      messageManager.addMessageListener("ascribe:seen", listener);
      messageManager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(source)}`, false);
    });
    const { value, error } = JSON.parse(seen);
    if (error) throw new Error(error);
    return value;
  }, frameScript);
}
