// About Ascribe: version, how often it errs, licences. The figures come with the package, taken from
// the model's card when it was built; without them nothing is claimed.

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { number, t } from "../words";
import type { Figures, OptionsHost } from "./host";

export function About({ host }: { host: OptionsHost }) {
  const figures = useSignal<Figures | null>(null);
  useEffect(() => {
    void host.figures().then((value) => {
      figures.value = value;
    });
  }, []);
  return (
    <section>
      <h2>{t("aboutTitle")}</h2>
      <p>{t("aboutVersion", host.version)}</p>
      <p>{t("aboutErrors")}</p>
      {figures.value ? <Rates {...figures.value} /> : null}
      <p>{t("aboutLicence")}</p>
      <p>
        <a href="THIRD-PARTY-NOTICES.txt">{t("aboutNotices")}</a>
      </p>
      <p>{t("lastLine")}</p>
    </section>
  );
}

function Rates({ articles, statements, whole, words }: Figures) {
  const rows = [
    ["wholeRight", whole.right],
    ["wholeFound", whole.found],
    ["wordsRight", words.right],
    ["wordsFound", words.found],
  ] as const;
  return (
    <>
      <dl class="rates">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`rate_${key}`)}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{t("ratesMeasured", number(articles), number(statements))}</p>
    </>
  );
}
