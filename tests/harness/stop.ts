// The background, stopped as the browser stops it when it has been idle, or at any moment it likes.

import type { Running } from "./browsers";
import { ownWindow } from "./firefox";

/** Settles once it is stopped. What asks the extension next starts it again. */
export async function stopBackground({ kind, browser, origin }: Running): Promise<void> {
  if (kind === "chromium") {
    const target = browser.targets().find((t) => t.type() === "service_worker" && t.url().startsWith(origin));
    const gone = new Promise<void>((resolve) => {
      if (!target) return resolve();
      const hear = (other: unknown) => {
        if (other !== target) return;
        browser.off("targetdestroyed", hear);
        resolve();
      };
      browser.on("targetdestroyed", hear);
    });
    await (await target?.worker())?.close();
    return gone;
  }
  const chrome = await ownWindow(browser);
  await chrome.evaluate(async (host: string) => {
    const { WebExtensionPolicy } = globalThis as unknown as {
      WebExtensionPolicy: {
        getByHostname(host: string): {
          extension: { terminateBackground(options: object): Promise<void>; backgroundState: string };
        };
      };
    };
    const { extension } = WebExtensionPolicy.getByHostname(host);
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
  }, new URL(origin).host);
}
