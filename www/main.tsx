// The demo: the extension's own content modules and panel on an ordinary page, with the engine in a
// worker. Leaves out everything that the extension does around them.

import { useSignal } from "@preact/signals";
import { render } from "preact";
import { useRef } from "preact/hooks";
import type { Block } from "../extension/src/analysis";
import { goLive, pageSettings, panelOver, writeArticle } from "../extension/src/live";
import { mountPanel } from "../extension/src/panel/app";
import type { AnalyzeReply, AnalyzeRequest } from "../extension/src/protocol";
import { SAMPLE } from "../extension/src/sample";
import { readSettings } from "../extension/src/settings";
import { speakFrom, t } from "../extension/src/words";

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

function askWorker(worker: Worker): (request: AnalyzeRequest) => Promise<AnalyzeReply> {
  return (request) =>
    new Promise((resolve, reject) => {
      const ending = new AbortController();
      const end = (done: () => void) => {
        ending.abort();
        done();
      };
      const { signal } = ending;
      worker.addEventListener(
        "message",
        ({ data }: MessageEvent<AnalyzeReply>) => {
          if (data.generation === request.generation) end(() => resolve(data));
        },
        { signal },
      );
      worker.addEventListener("error", (event) => end(() => reject(new Error(event.message))), { signal });
      worker.postMessage(request);
    });
}

function Page({ story, show }: { story: HTMLElement; show(blocks: readonly Block[]): void }) {
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
  render(<Page story={story} show={show} />, page);

  const settings = pageSettings(readSettings(undefined));
  const worker = new Worker(new URL("worker.js", location.href), { type: "module" });
  const conductor = goLive(story, askWorker(worker), settings);
  mountPanel(panel, panelOver(conductor, settings, document.documentElement.dataset.version ?? ""));
  conductor.listen(({ status }) => {
    root.dataset.ready = status;
  });
}
