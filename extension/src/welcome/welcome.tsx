// What a new reader sees once: try it, find the button, choose when, what a mark does not mean, keys.
// Leaves out the engine and the marks (main.tsx starts them on the story).

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { GROUPS } from "../kinds";
import { Choice } from "../options/choice";
import { Density } from "../options/density";
import type { OptionsHost } from "../options/host";
import { KeyList } from "../options/keys";
import type { SectionProps } from "../options/section";
import { When } from "../options/when";
import type { Settings } from "../settings";
import { t } from "../words";

interface Props {
  host: OptionsHost;
  first: Settings;
  firefox: boolean;
  openOptions(): void;
}

export function Welcome({ host, first, firefox, openOptions }: Props) {
  const settings = useSignal(first);
  const outcome = useSignal("");
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
    change(patch) {
      settings.value = { ...settings.value, ...patch };
      void host.settings.save(settings.value).catch(() => {
        outcome.value = t("notKept");
      });
    },
    say(words) {
      outcome.value = words;
    },
  };
  return (
    <>
      <h1>{t("welcomeTitle")}</h1>
      <p class="lead">{t("welcomeLead")}</p>
      <section>
        <h2>{t("welcomeTry")}</h2>
        <p class="soft">{t("welcomeTryText")}</p>
        {/* Filled by main.tsx; Preact never touches what is inside. */}
        <article class="story" id="story" lang="en" />
        <dl class="legend">
          {GROUPS.map((group) => (
            <div key={group} class={group}>
              <dt>
                <span class="sample-text">{t(`group_${group}`)}</span>
              </dt>
              <dd class="soft">{t(`groupNote_${group}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{t("welcomeButtonTitle")}</h2>
        <p>{t(firefox ? "welcomeButtonFirefox" : "welcomeButtonChrome")}</p>
      </section>
      <When {...props} />
      <section>
        <h2>{t("looksTitle")}</h2>
        <Density {...props} />
        <Choice
          type="checkbox"
          name="badge"
          checked={settings.value.badge}
          label={t("badge")}
          note={t("badgeNote")}
          press={({ checked }) => props.change({ badge: checked })}
        />
      </section>
      <section>
        <h2>{t("welcomeMeansTitle")}</h2>
        <ul class="means">
          <li>{t("welcomeMeansMissing")}</li>
          <li>{t("welcomeMeansReply")}</li>
          <li>{t("welcomeMeansMachine")}</li>
        </ul>
        <p class="last">{t("lastLine")}</p>
      </section>
      <section>
        <h2>{t("keysTitle")}</h2>
        <KeyList host={host} />
      </section>
      <p class="lead">
        {t("nothingLeaves")}{" "}
        <button type="button" class="link" onClick={openOptions}>
          {t("welcomeAlways")}
        </button>
      </p>
      <p role="status">{outcome.value}</p>
    </>
  );
}
