// An article kept by a key or a menu, where only the button can answer: what it says when it was kept, when the list is
// full, when nothing is there, when the browser has no room; and that a private window's is kept at no key.
// Leaves out the basket itself (surfaces/compare.test.ts) and the panel's answer (surfaces/panel-choices.test.ts).

import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import en from "../../extension/_locales/en/messages.json";
import type { Kept } from "../../extension/src/compare/kept";
import type { PageState } from "../../extension/src/protocol";
import { speakFrom } from "../../extension/src/words";
import { pageState } from "../surfaces/fixture";

/** What the tab's script says when it is asked, one after the other; null where nobody is there. */
let says: (PageState | null)[] = [];
let incognito = false;
/** The browser has no room left. */
let full = false;
let stored: Record<string, unknown> = {};
let badge = "";
let title = "";
let asked = 0;

function connected() {
  const listeners: { message: ((message: unknown) => void)[]; gone: (() => void)[] } = {
    message: [],
    gone: [],
  };
  queueMicrotask(() => {
    for (const state of says) {
      asked++;
      if (state) for (const tell of listeners.message) tell(state);
      else for (const tell of listeners.gone) tell();
    }
  });
  return {
    onMessage: { addListener: (tell: (message: unknown) => void) => listeners.message.push(tell) },
    onDisconnect: { addListener: (tell: () => void) => listeners.gone.push(tell) },
    disconnect() {},
  };
}

// The modules take the browser's interface when they are loaded.
Object.assign(globalThis, {
  chrome: {
    runtime: { getURL: (path: string) => path },
    tabs: {
      get: async () => ({ url: "https://news.example/world/mackerel", incognito }),
      connect: connected,
    },
    // Our script is there and can speak.
    scripting: { executeScript: async () => [{ result: true }] },
    storage: {
      local: { get: async () => ({}) },
      session: {
        get: async (key: string) => ({ [key]: stored[key] }),
        async set(values: Record<string, unknown>) {
          if (full) throw new Error("QUOTA_BYTES quota exceeded");
          Object.assign(stored, values);
        },
      },
    },
    action: {
      async setBadgeText({ text }: { text: string }) {
        badge = text;
      },
      async setTitle(given: { title: string }) {
        title = given.title;
      },
    },
  },
});
speakFrom(en, "en");

const kept = () => (stored["basket"] as { kept: Kept[] } | undefined)?.kept ?? [];

describe("an article kept by a key", async () => {
  const { keep, keepByCommand } = await import("../../extension/src/background/keep");

  beforeEach(() => {
    says = [{ ...pageState(), status: "reading", analysis: null, located: [] }, pageState()];
    [incognito, full, stored, badge, title, asked] = [false, false, {}, "", "", 0];
  });

  it("is counted on the button once the page is read", async () => {
    await keepByCommand(7);
    assert.equal(badge, "1/6");
    assert.match(title, /Kept for comparing: 1 of 6/);
    assert.equal(asked, 2);
    assert.equal(kept().length, 1);
  });

  it("is not, where the list is full, and the button says so", async () => {
    await keepByCommand(7);
    const [one] = kept();
    const others = Array.from({ length: 6 }, (_, i) => ({ ...one, id: `https://news.example/${i}` }));
    stored = { basket: { kept: others, joined: [], parted: [] } };
    await keepByCommand(7);
    assert.equal(badge, "–");
    assert.match(title, /the list is full/);
    assert.deepEqual(kept(), others);
  });

  it("is not, where nothing was found or nobody answers", async () => {
    for (const nothing of [{ ...pageState(), status: "nothing_found", analysis: null, located: [] }, null]) {
      says = [nothing as PageState | null];
      [badge, title] = ["", ""];
      await keepByCommand(7);
      assert.equal(badge, "–");
      assert.match(title, /no statement was found here/);
    }
    assert.deepEqual(kept(), []);
  });

  it("is not, where the browser has no room left", async () => {
    full = true;
    await keepByCommand(7);
    assert.equal(badge, "–");
    assert.match(title, /no room left/);
  });

  it("is not in a private window; the reader's word there keeps it apart from the same article elsewhere", async () => {
    await keepByCommand(7);
    incognito = true;
    await keepByCommand(7);
    assert.match(title, /this is a private window/);
    assert.equal(kept().length, 1);
    assert.deepEqual(await keep({ tab: 7, anyway: true }), { type: "kept", count: 2 });
    assert.deepEqual(
      kept().map((each) => each.private),
      [false, true],
    );
  });
});
