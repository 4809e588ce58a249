// The options page: every setting, and everything that is kept, with the way to be rid of it.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { saveText } from "../export/save";
import { GROUPS } from "../kinds";
import { readSettings, type Settings } from "../settings";
import { t } from "../words";
import { About } from "./about";
import { Categories } from "./categories";
import { Choice } from "./choice";
import { Corrections } from "./corrections";
import type { OptionsHost } from "./host";
import { Kept } from "./kept";
import { Keys } from "./keys";
import { Looks } from "./looks";
import type { SectionProps } from "./section";
import { When } from "./when";

export function Options({ host, first }: { host: OptionsHost; first: Settings }) {
  const settings = useSignal(first);
  const outcome = useSignal("");
  const change = (patch: Partial<Settings>) => {
    settings.value = { ...settings.value, ...patch };
    void host.settings.save(settings.value).then(
      () => {
        outcome.value = t("optionsSaved");
      },
      () => {
        outcome.value = t("notKept");
      },
    );
  };
  useEffect(
    () =>
      host.settings.watch((next) => {
        settings.value = next;
      }),
    [],
  );
  const props: SectionProps = {
    host,
    settings: settings.value,
    change,
    say: (words) => {
      outcome.value = words;
    },
  };
  return (
    <>
      <h1>{t("optionsTitle")}</h1>
      <p class="lead">{t("nothingLeaves")}</p>
      <SetAside {...props} told={outcome.value} />
      <When {...props} />
      <Groups {...props} />
      <Looks {...props} />
      <Categories {...props} />
      <Card {...props} />
      <Corrections {...props} />
      <Kept />
      <Keys {...props} />
      <Files {...props} />
      <About host={host} />
      <p class="outcome" role="status">
        {outcome.value}
      </p>
    </>
  );
}

function Groups({ settings, change }: SectionProps) {
  return (
    <section>
      <h2>{t("groups")}</h2>
      {GROUPS.map((group) => (
        <Choice
          key={group}
          type="checkbox"
          name={group}
          checked={settings.groups[group]}
          label={<span class={`sample-text ${group}`}>{t(`group_${group}`)}</span>}
          note={t(`groupNote_${group}`)}
          press={({ checked }) => change({ groups: { ...settings.groups, [group]: checked } })}
        />
      ))}
      <Choice
        type="checkbox"
        name="unnamed"
        checked={settings.unnamed}
        label={t("group_unnamed")}
        note={t("groupNote_unnamed")}
        press={({ checked }) => change({ unnamed: checked })}
      />
    </section>
  );
}

function Card({ settings, change }: SectionProps) {
  const delays: Settings["cardDelay"][] = [0, 400, 800, null];
  return (
    <section>
      <h2>{t("cardTitle")}</h2>
      <fieldset>
        <legend class="soft">{t("cardWhen")}</legend>
        {delays.map((delay) => (
          <Choice
            key={String(delay)}
            type="radio"
            name="cardDelay"
            checked={settings.cardDelay === delay}
            label={t(`cardDelay_${delay ?? "click"}`)}
            press={() => change({ cardDelay: delay })}
          />
        ))}
      </fieldset>
      <h3>{t("extras")}</h3>
      <Choice
        type="checkbox"
        name="strip"
        checked={settings.strip}
        label={t("strip")}
        note={t("stripNote")}
        press={({ checked }) => change({ strip: checked })}
      />
      <Choice
        type="checkbox"
        name="badge"
        checked={settings.badge}
        label={t("badge")}
        note={t("badgeNote")}
        press={({ checked }) => change({ badge: checked })}
      />
    </section>
  );
}

function Files({ settings, change, say }: SectionProps) {
  async function take(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    const read = readSettings(parsed(await file.text()));
    if (read.problem) return say(t(`importProblem_${read.problem}`));
    // Permissions are the browser's and do not come with a file; "when" is asked for here anew.
    change({ ...read.settings, when: settings.when });
    say(t("imported"));
  }
  return (
    <section>
      <h2>{t("settingsFile")}</h2>
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-do="export-settings"
          onClick={() =>
            saveText("ascribe-settings.json", "application/json", `${JSON.stringify(settings, null, 2)}\n`)
          }
        >
          {t("settingsExport")}
        </button>
        <label class="button file">
          {t("settingsImport")}
          <input
            type="file"
            accept="application/json,.json"
            class="offstage"
            onChange={(e) => void take(e.currentTarget)}
          />
        </label>
      </div>
    </section>
  );
}

/** Anything but JSON is taken for a broken settings file. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? "";
  } catch {
    return "";
  }
}

/**
 * Settings and corrections that could not be read wait here until the reader has saved or dropped them. What was
 * `told` last may be that all corrections are deleted, and those that wait here with them.
 */
function SetAside({ host, say, told }: SectionProps & { told: string }) {
  const aside = useSignal<unknown>(null);
  useEffect(() => {
    void host.setAside().then((value) => {
      aside.value = value;
    });
  }, [told]);
  if (aside.value === null) return null;
  return (
    <section data-set-aside>
      <h2>{t("setAsideTitle")}</h2>
      <p>{t("setAsideText")}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() =>
            saveText("ascribe-set-aside.json", "application/json", JSON.stringify(aside.value, null, 2))
          }
        >
          {t("setAsideSave")}
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            void host.dropSetAside().then(() => {
              aside.value = null;
              say(t("deleted"));
            })
          }
        >
          {t("delete")}
        </button>
      </div>
    </section>
  );
}
