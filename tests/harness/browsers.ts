// Starts either browser, headless or to be looked at, with or without the extension.
// Leaves out what is then done in it: pages are puppeteer's, our own surfaces are in surface.ts.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, launch as puppeteer } from "puppeteer-core";
import { bidi } from "./bidi";
import { PATIENCE } from "./patience";

export type Kind = "chromium" | "firefox";

export const KINDS: readonly Kind[] = ["chromium", "firefox"];

export interface Options {
  /** Folder of an unpacked package. */
  extension?: string;
  /** True unless a person wants to look. */
  headless?: boolean;
  /** Whether names outside this computer resolve; only for a reader who asks for such a page. */
  online?: boolean;
  /** Let the browser keep pages alive that are left, as it does for a reader; drivers switch that off. */
  backForward?: boolean;
  /** Put the reader's own colours in place of every page's; Firefox only, Chromium is told page by page. */
  forcedColours?: boolean;
  /** Say that the pointer is a finger, as a phone does. */
  touch?: boolean;
  /** Prefer the dark or the light theme. */
  theme?: "light" | "dark";
  /** Where downloads go without a question; left out where none is expected. */
  downloads?: string;
  /** The profile's folder: a browser started with it again is the same reader's. Else each has its own. */
  profile?: string;
  /** The profile has had the extension before: no first-run page is waited for. */
  again?: boolean;
  /** Window size in CSS pixels. */
  size?: { width: number; height: number };
}

export interface Running {
  kind: Kind;
  browser: Browser;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end; empty without extension. */
  origin: string;
}

/** Milliseconds for one command of a driver: two hundred tabs are opened by one. What runs it has a bound of its own. */
const COMMAND = 600_000;

/** Firefox gives each profile another address for an extension; a preset one lets us open its pages. */
const FIREFOX_UUID = "6a1c7c5e-3d0b-4c0e-9a55-0d6f0c1b7a10";

/** Chromium's own traffic off, and every name but this machine's unknown, so that nothing leaves. */
const CHROMIUM_QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-quic",
];
const CHROMIUM_OFFLINE = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--no-proxy-server"];

/** A pointer that is coarse and does not hover. */
const CHROMIUM_TOUCH = [
  "--touch-events=enabled",
  "--blink-settings=primaryPointerType=2,availablePointerTypes=2,primaryHoverType=1,availableHoverTypes=1",
];

/** The same for Firefox: its services point nowhere, and a proxy that is not there takes the rest. */
const FIREFOX_OFFLINE = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1",
};

/** The program of that browser: xtask has found or installed it and says where it is. */
function programOf(kind: Kind): string {
  const variable = kind === "chromium" ? "CHROMIUM" : "FIREFOX";
  const program = process.env[variable];
  if (!program) throw new Error(`${variable} is not set: start this through \`cargo xtask\``);
  return program;
}

/**
 * Starts the browser. With an extension the promise settles once the browser has it and has opened
 * its first-run page, which would otherwise come in front of whatever is done next.
 */
export async function start(kind: Kind, options: Options = {}): Promise<Running> {
  const running = await (kind === "chromium" ? startChromium(options) : startFirefox(options));
  if (options.extension && !options.again) await welcomed(running);
  return running;
}

async function welcomed({ kind, browser, origin }: Running): Promise<void> {
  const url = `${origin}/welcome.html`;
  if (kind === "chromium") {
    await browser.waitForTarget((target) => target.url() === url, { timeout: PATIENCE });
    return;
  }
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const tree = await bidi(browser).send("browsingContext.getTree", {});
    const tabs = (tree.result as { contexts: { url: string }[] }).contexts;
    if (tabs.some((tab) => tab.url === url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} was not opened`);
}

async function startChromium(options: Options): Promise<Running> {
  const { width, height } = options.size ?? { width: 1280, height: 900 };
  const headless = options.headless ?? true;
  const browser = await puppeteer({
    browser: "chrome",
    executablePath: programOf("chromium"),
    headless,
    timeout: PATIENCE,
    protocolTimeout: COMMAND,
    pipe: true,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    defaultViewport: headless ? { width, height } : null,
    enableExtensions: options.extension ? [options.extension] : false,
    ignoreDefaultArgs: options.backForward ? ["--disable-back-forward-cache"] : [],
    args: [
      ...CHROMIUM_QUIET,
      ...(options.online ? [] : CHROMIUM_OFFLINE),
      // Without the sandbox where we are root (containers): Chromium refuses to start otherwise.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.theme === "dark" ? ["--force-dark-mode"] : []),
      ...(options.touch ? CHROMIUM_TOUCH : []),
      `--window-size=${width},${height}`,
    ],
  });
  if (options.downloads) {
    const session = await browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", {
      behavior: "allow",
      downloadPath: options.downloads,
    });
  }
  if (!options.extension) return { kind: "chromium", browser, origin: "" };
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker", {
    timeout: PATIENCE,
  });
  return { kind: "chromium", browser, origin: `chrome-extension://${new URL(worker.url()).host}` };
}

async function startFirefox(options: Options): Promise<Running> {
  const { width, height } = options.size ?? { width: 1280, height: 900 };
  const headless = options.headless ?? true;
  const browser = await puppeteer({
    browser: "firefox",
    executablePath: programOf("firefox"),
    headless,
    timeout: PATIENCE,
    protocolTimeout: COMMAND,
    defaultViewport: headless ? { width, height } : null,
    ...(options.profile ? { userDataDir: options.profile } : {}),
    args: ["-remote-allow-system-access", `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      ...(options.online ? {} : FIREFOX_OFFLINE),
      ...(options.extension
        ? { "extensions.webextensions.uuids": JSON.stringify({ [geckoId(options.extension)]: FIREFOX_UUID }) }
        : {}),
      // Optional permissions are granted at the reader's click without the dialog, which no test can press.
      ...(headless ? { "extensions.webextOptionalPermissionPrompts": false } : {}),
      // Coarse, and nothing that hovers; the scroll bars of such a device take no room.
      ...(options.touch
        ? {
            "ui.primaryPointerCapabilities": 1,
            "ui.allPointerCapabilities": 1,
            "ui.useOverlayScrollbars": 1,
          }
        : {}),
      ...(options.forcedColours ? { "browser.display.document_color_use": 2 } : {}),
      ...(options.theme
        ? { "layout.css.prefers-color-scheme.content-override": options.theme === "dark" ? 0 : 1 }
        : {}),
      ...(options.downloads
        ? { "browser.download.folderList": 2, "browser.download.dir": options.downloads }
        : {}),
      // What a temporary add-on keeps would go with it at the end, and nothing could be told from its absence.
      ...(options.profile ? { "extensions.webextensions.keepStorageOnUninstall": true } : {}),
      "datareporting.policy.dataSubmissionEnabled": false,
      "browser.shell.checkDefaultBrowser": false,
    },
  });
  if (!options.extension) return { kind: "firefox", browser, origin: "" };
  await browser.installExtension(options.extension);
  return { kind: "firefox", browser, origin: `moz-extension://${FIREFOX_UUID}` };
}

function geckoId(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  return manifest.browser_specific_settings.gecko.id;
}
