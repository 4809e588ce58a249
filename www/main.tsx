// The demo: the extension's own content modules and panel on an ordinary page, with the engine in a
// worker. Leaves out everything that the extension does around them.

import { useSignal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Block } from "../extension/src/analysis";
import { readCheckReply, readFindReply } from "../extension/src/checks";
import { goLive, pageSettings, panelOver, writeArticle } from "../extension/src/live";
import { Categories } from "../extension/src/options/categories";
import type { OptionsHost } from "../extension/src/options/host";
import { mountPanel } from "../extension/src/panel/app";
import type { PanelHost } from "../extension/src/panel/host";
import { searchSpec } from "../extension/src/panel/search";
import { SAMPLE } from "../extension/src/sample";
import { readSettings, type Settings, type SettingsStore } from "../extension/src/settings";
import { speakFrom, t } from "../extension/src/words";
import type { Answer, Question, Told } from "./worker";

/** The words of the reader's language come alone; English is what every other gets. */
const LANGUAGES = {
  de: () => import("../extension/_locales/de/messages.json"),
  en: () => import("../extension/_locales/en/messages.json"),
  es: () => import("../extension/_locales/es/messages.json"),
  fr: () => import("../extension/_locales/fr/messages.json"),
};

function languageOfReader(): keyof typeof LANGUAGES {
  for (const tag of navigator.languages) {
    const language = tag.slice(0, 2).toLowerCase();
    if (language in LANGUAGES) return language as keyof typeof LANGUAGES;
  }
  return "en";
}

/** Pasted text as an article: a paragraph a line, the first the headline. */
function blocksOf(text: string): Block[] {
  const lines = text.split(/\n+/).map((line) => line.trim());
  return lines
    .filter((line) => line !== "")
    .map((line, i) => ({ role: i === 0 ? "headline" : "body", text: line }));
}

/** Asks the worker; rejects when it breaks down. */
function askWorker(worker: Worker): (request: Question["request"]) => Promise<unknown> {
  let asked = 0;
  return (request) =>
    new Promise((resolve, reject) => {
      const id = ++asked;
      const ending = new AbortController();
      const end = (done: () => void) => {
        ending.abort();
        done();
      };
      const { signal } = ending;
      worker.addEventListener(
        "message",
        ({ data }: MessageEvent<Answer | Told>) => {
          if ("id" in data && data.id === id) end(() => resolve(data.reply));
        },
        { signal },
      );
      worker.addEventListener("error", (event) => end(() => reject(new Error(event.message))), { signal });
      worker.postMessage({ id, request } satisfies Question);
    });
}

interface PageProps {
  story: HTMLElement;
  show(blocks: readonly Block[]): void;
  settings: SettingsStore;
  first: Settings;
  check: OptionsHost["check"];
}

/** The reader's own categories, as in the options. */
function Own({ settings, first, check }: PageProps) {
  const now = useSignal(first);
  useEffect(
    () =>
      settings.watch((next) => {
        now.value = next;
      }),
    [],
  );
  return (
    <details class="own-categories">
      <summary>{t("categoriesTitle")}</summary>
      <Categories
        host={{ check }}
        settings={now.value}
        change={(patch) => void settings.save({ ...now.value, ...patch })}
      />
    </details>
  );
}

function Page(props: PageProps) {
  const { story, show } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const outcome = useSignal("");
  return (
    <div class="inside">
      <header>
        <p class="title">{t("extensionName")}</p>
        <p class="intro">{t("demoLead")}</p>
      </header>
      <form
        class="paste"
        onSubmit={(event) => {
          event.preventDefault();
          const blocks = blocksOf(field.current?.value ?? "");
          outcome.value = blocks.length > 0 ? "" : t("demoEmpty");
          if (blocks.length > 0) show(blocks);
          else field.current?.focus();
        }}
      >
        <label>
          {t("demoPaste")}
          <textarea ref={field} lang="en" aria-describedby="hint" />
        </label>
        <p class="hint" id="hint">
          {t("demoPasteHint")}
        </p>
        <div class="buttons">
          <button type="submit" class="button">
            {t("demoMark")}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              outcome.value = "";
              show(SAMPLE);
            }}
          >
            {t("demoSample")}
          </button>
        </div>
        <p class="outcome" role="status">
          {outcome.value}
        </p>
      </form>
      <Own {...props} />
      <div ref={(element) => element?.replaceChildren(story)} />
    </div>
  );
}

const language = languageOfReader();
speakFrom((await LANGUAGES[language]()).default, language);
document.documentElement.lang = language;
document.title = t("actionTitle");

const root = document.querySelector<HTMLElement>("#demo");
if (root) {
  const [page, side, panel] = ["main", "aside", "div"].map((tag) => document.createElement(tag));
  if (!page || !side || !panel) throw new Error("no elements");
  page.className = "page";
  side.id = "side";
  side.setAttribute("aria-label", t("extensionName"));
  panel.id = "panel";
  side.append(panel);
  root.append(page, side);

  const story = document.createElement("article");
  story.className = "story";
  story.lang = "en";
  const show = (blocks: readonly Block[]) => {
    writeArticle(story, blocks, "h1");
    story.scrollIntoView({ block: "start" });
  };
  writeArticle(story, SAMPLE, "h1");

  const first = readSettings(undefined);
  const settings = pageSettings(first);
  const worker = new Worker(new URL("worker.js", location.href), { type: "module" });
  const ask = askWorker(worker);
  const check: OptionsHost["check"] = async (category) => {
    const reply = readCheckReply(await ask({ type: "check", category }).catch(() => null));
    return reply?.type === "checked" ? reply.wrong : null;
  };
  render(<Page story={story} show={show} settings={settings} first={first.settings} check={check} />, page);
  const conductor = goLive(
    story,
    { analyze: ask, categorize: (request) => ask(request).catch(() => null) },
    settings,
  );
  const find: PanelHost["find"] = async (texts, pattern) =>
    readFindReply(await ask({ type: "find", texts, category: searchSpec(pattern) }).catch(() => null), texts);
  const read = (told: (share: number) => void) =>
    worker.addEventListener("message", ({ data }: MessageEvent<Answer | Told>) => {
      if ("share" in data) told(data.share);
    });
  const version = document.documentElement.dataset.version ?? "";
  mountPanel(panel, panelOver(conductor, settings, { find, read }, version));
  conductor.listen(({ status }) => {
    root.dataset.ready = status;
  });
}
