// Every request that the extension itself makes, wherever in the browser it is made.
// Leaves out what pages and the browser ask for on their own.

import type { Target } from "puppeteer-core";
import type { Running } from "./browsers";
import { bidi, FirefoxSurface } from "./surface";

export interface Watch {
  /** Addresses that ours asked for since the last call. */
  ours(): Promise<string[]>;
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
  const urls: string[] = [];
  const hear = async (target: Target) => {
    if (!["page", "service_worker", "background_page", "other"].includes(target.type())) return;
    const session = await target.createCDPSession();
    session.on("Network.requestWillBeSent", ({ request, initiator }: Sent) => {
      const frames = initiator.stack?.callFrames.map(({ url }) => url) ?? [];
      const from = [target.url(), initiator.url ?? "", ...frames];
      if (from.some((url) => url.startsWith(`${origin}/`))) urls.push(request.url);
    });
    await session.send("Network.enable");
  };
  browser.on("targetcreated", (target) => void hear(target).catch(() => undefined));
  await Promise.all(browser.targets().map((target) => hear(target).catch(() => undefined)));
  return { ours: async () => urls.splice(0) };
}

/** Firefox knows of each request which add-on caused it, content scripts included. */
async function watchFirefox({ browser, origin }: Running): Promise<Watch> {
  const tree = await bidi(browser).send("browsingContext.getTree", { "moz:scope": "chrome" });
  const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
  if (!window) throw new Error("no window of Firefox was found");
  const chrome = new FirefoxSurface(bidi(browser), window.context);
  await chrome.evaluate((origin: string) => {
    interface Principal {
      addonPolicy?: { mozExtensionHostname: string } | null;
      contentScriptAddonPolicy?: { mozExtensionHostname: string } | null;
    }
    interface Channel {
      URI: { spec: string };
      loadInfo?: { triggeringPrincipal?: Principal; loadingPrincipal?: Principal | null };
    }
    const { Services, Ci } = globalThis as unknown as {
      Services: { obs: { addObserver(observer: unknown, topic: string): void } };
      Ci: { nsIChannel: unknown };
    };
    const urls: string[] = [];
    const host = new URL(origin).host;
    const isOurs = (principal?: Principal | null) =>
      [principal?.addonPolicy, principal?.contentScriptAddonPolicy].some(
        (policy) => policy?.mozExtensionHostname === host,
      );
    const observer = {
      observe(subject: { QueryInterface(kind: unknown): Channel }) {
        const { URI, loadInfo } = subject.QueryInterface(Ci.nsIChannel);
        if (isOurs(loadInfo?.triggeringPrincipal) || isOurs(loadInfo?.loadingPrincipal)) urls.push(URI.spec);
      },
    };
    Services.obs.addObserver(observer, "http-on-modify-request");
    (globalThis as { ascribeRequests?: string[] }).ascribeRequests = urls;
  }, origin);
  return {
    ours: () =>
      chrome.evaluate(() => {
        const { ascribeRequests } = globalThis as { ascribeRequests?: string[] };
        return ascribeRequests?.splice(0) ?? [];
      }),
  };
}
