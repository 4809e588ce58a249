// The corrections that are kept: listed by page (as its hash), exportable, deletable.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Change } from "../corrections";
import type { CorrectedPage } from "../corrections-store";
import { kindName } from "../describe";
import { saveText } from "../export/save";
import { language, t, tn } from "../words";
import type { SectionProps } from "./options";

export function Corrections({ host, say }: SectionProps) {
  const pages = useSignal<[string, CorrectedPage][]>([]);
  const read = () =>
    void host.corrections().then((list) => {
      pages.value = list;
    });
  useEffect(read, []);
  const forget = (hash?: string) =>
    void host.forget(hash).then(() => {
      say(t("deleted"));
      read();
    });
  const list = pages.value;
  return (
    <section data-corrections>
      <h2>{t("correctionsTitle")}</h2>
      <p class="soft">{t("correctionsText")}</p>
      {list.length === 0 ? <p>{t("correctionsNone")}</p> : null}
      <ul class="hosts">
        {list.map(([hash, page]) => (
          <li key={hash}>
            <span>
              {t("correctionsOn", day(page.changed), hash.slice(0, 8))}
              <br />
              <span class="soft">{page.changes.map(inWords).join("; ")}</span>
            </span>
            <button
              type="button"
              aria-label={t("deleteNamed", hash.slice(0, 8))}
              onClick={() => forget(hash)}
            >
              {t("delete")}
            </button>
          </li>
        ))}
      </ul>
      {list.length > 0 ? (
        <div class="buttons">
          <button
            type="button"
            class="button"
            onClick={() =>
              saveText(
                "ascribe-corrections.json",
                "application/json",
                JSON.stringify(Object.fromEntries(list), null, 2),
              )
            }
          >
            {t("correctionsExport")}
          </button>
          <button type="button" class="button" onClick={() => forget()}>
            {tn("correctionsDelete", list.length)}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function day(iso: string): string {
  const date = new Date(`${iso}T12:00:00Z`);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(date);
}

function inWords(change: Change): string {
  switch (change.type) {
    case "kind":
      return t("changeKind", kindName(change.kind));
    case "speaker":
      return t("changeSpeaker", change.actor ?? t("unclearWho"));
    case "same":
      return t("changeSame", change.actor, change.as);
    case "not_a_statement":
      return t("correctNotStatement");
  }
}
