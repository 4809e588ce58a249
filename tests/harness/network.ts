// Every request of the extension and of the pages, wherever in the browser it is made.
// A content script asks in its page's name, so what a page asks for must be known to tell them apart.
// Leaves out what the browser asks for on its own.

import type { Target } from "puppeteer-core";
import type { Running } from "./browsers";
import { ownWindow } from "./firefox";

export interface Asked {
  /** `page`: in the name of a page of the web, by itself or by a content script. */
  by: "extension" | "page";
  url: string;
}

export interface Watch {
  /** What was asked for since the last call. */
  asked(): Promise<Asked[]>;
}

/** Begins to watch; parts of the extension that start later are watched from their start. */
export function watchNetwork(running: Running): Promise<Watch> {
  return running.kind === "chromium" ? watchChromium(running) : watchFirefox(running);
}

/** What the protocol says of a request, as far as it tells whose it is. */
interface Sent {
  request: { url: string };
  initiator: { url?: string; stack?: { callFrames: { url: string }[] } };
}

async function watchChromium({ browser, origin }: Running): Promise<Watch> {
  const asked: Asked[] = [];
  const hear = async (target: Target) => {
    if (!["page", "service_worker", "background_page", "other"].includes(target.type())) return;
    const session = await target.createCDPSession();
    session.on("Network.requestWillBeSent", ({ request, initiator }: Sent) => {
      if (!/^(https?|wss?):/.test(request.url)) return; // a file of the browser's or of ours
      const frames = initiator.stack?.callFrames.map(({ url }) => url) ?? [];
      const from = [target.url(), initiator.url ?? "", ...frames];
      const ours = from.some((url) => url.startsWith(`${origin}/`));
      asked.push({ by: ours ? "extension" : "page", url: request.url });
    });
    await session.send("Network.enable");
  };
  browser.on("targetcreated", (target) => void hear(target).catch(() => undefined));
  await Promise.all(browser.targets().map((target) => hear(target).catch(() => undefined)));
  return { asked: async () => asked.splice(0) };
}

/** Firefox's own window hears of each request, with the one in whose name it is made. */
async function watchFirefox({ browser, origin }: Running): Promise<Watch> {
  const chrome = await ownWindow(browser);
  await chrome.evaluate((origin: string) => {
    interface Principal {
      isSystemPrincipal: boolean;
      addonPolicy: { mozExtensionHostname: string } | null;
    }
    interface Channel {
      URI: { spec: string };
      loadInfo: {
        triggeringPrincipal: Principal;
        loadingPrincipal: Principal | null;
        externalContentPolicyType: number;
      };
    }
    const { Services, Ci } = globalThis as unknown as {
      Services: { obs: { addObserver(observer: unknown, topic: string): void } };
      Ci: { nsIChannel: unknown };
    };
    const DOCUMENT = 6; // nsIContentPolicy.TYPE_DOCUMENT
    const asked: { by: "extension" | "page"; url: string }[] = [];
    const host = new URL(origin).host;
    const observer = {
      observe(subject: { QueryInterface(kind: unknown): Channel }) {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
        const names = [loadInfo.triggeringPrincipal, loadInfo.loadingPrincipal];
        const ours = names.some((name) => name?.addonPolicy?.mozExtensionHostname === host);
        // The browser's own services ask in the system's name, and so does the address bar.
        const page =
          loadInfo.externalContentPolicyType === DOCUMENT || !loadInfo.triggeringPrincipal.isSystemPrincipal;
        if (ours || page) asked.push({ by: ours ? "extension" : "page", url: URI.spec });
      },
    };
    Services.obs.addObserver(observer, "http-on-modify-request");
    (globalThis as { ascribeAsked?: typeof asked }).ascribeAsked = asked;
  }, origin);
  return {
    asked: () =>
      chrome.evaluate(() => {
        const { ascribeAsked } = globalThis as { ascribeAsked?: Asked[] };
        return ascribeAsked?.splice(0) ?? [];
      }),
  };
}
