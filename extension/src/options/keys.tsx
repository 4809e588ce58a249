// The keys as the browser has them, and the way to the page where they are changed.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../words";
import type { OptionsHost } from "./host";

type Key = Awaited<ReturnType<OptionsHost["keys"]>>[number];

export function Keys({ host }: { host: OptionsHost }) {
  return (
    <section>
      <h2>{t("keysTitle")}</h2>
      <KeyList host={host} />
      {host.openKeys ? (
        <div class="buttons">
          <button type="button" class="button" onClick={host.openKeys}>
            {t("keysChange")}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** The commands with their keys; also on the welcome page. */
export function KeyList({ host }: { host: Pick<OptionsHost, "keys"> }) {
  const keys = useSignal<Key[]>([]);
  useEffect(() => {
    void host.keys().then((list) => {
      keys.value = list;
    });
  }, []);
  return (
    <dl class="keys">
      {keys.value.map((key) => (
        <div key={key.name} style={{ display: "contents" }}>
          <dt>{key.shortcut ? <kbd>{key.shortcut}</kbd> : <span class="soft">{t("keyNone")}</span>}</dt>
          <dd>{key.name === "_execute_action" ? t("commandOpen") : key.description}</dd>
        </div>
      ))}
    </dl>
  );
}
