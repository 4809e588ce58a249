// The corrections that are kept: listed one by one under their page, by its hash unless the reader let us keep
// more, exportable, deletable.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { KeptCorrection } from "../corrections/store";
import { changeInWords } from "../corrections/words";
import { saveText } from "../export/save";
import { language, t, tn } from "../words";
import type { SectionProps } from "./section";

export function Corrections({ host, say }: SectionProps) {
  const pages = useSignal<[string, KeptCorrection[]][]>([]);
  const read = () =>
    void host.corrections().then((list) => {
      pages.value = list;
    });
  useEffect(read, []);
  const forget = (page?: string, id?: string) =>
    void host.forget(page, id).then(() => {
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
        {list.flatMap(([page, corrections]) =>
          corrections.map((correction) => {
            const name = nameOf(page, correction);
            const what = correction.changes.map(changeInWords).join("; ");
            return (
              <li key={correction.id}>
                <span>
                  {t("correctionsOn", day(correction.day), name)}
                  {correction.clear ? (
                    <>
                      <br />
                      {t("quoted", correction.clear.words)}
                    </>
                  ) : null}
                  <br />
                  <span class="soft">{what}</span>
                </span>
                <button
                  type="button"
                  aria-label={t("deleteNamed", `${name}, ${what}`)}
                  onClick={() => forget(page, correction.id)}
                >
                  {t("delete")}
                </button>
              </li>
            );
          }),
        )}
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

/** The page's title, else its site, where the reader let us keep them; else the first digits of its hash. */
function nameOf(page: string, { clear }: KeptCorrection): string {
  return clear?.title || clear?.host || t("correctionsPage", page.slice(0, 8));
}

function day(iso: string): string {
  const date = new Date(`${iso}T12:00:00Z`);
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(language(), { dateStyle: "medium" }).format(date);
}
