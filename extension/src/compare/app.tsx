// The Compare page: the kept articles, then voices, accusations with their answers and like statements beside each
// other; the ways out. Leaves out where its data comes from (host.ts).

import { useSignal } from "@preact/signals";
import { render } from "preact";
import { saveText } from "../export/save";
import { language, t } from "../words";
import type { Beside } from "./beside";
import { Charges } from "./charges";
import { COMPARE_FORMATS, type CompareFormat, exportComparison } from "./export";
import type { CompareHost } from "./host";
import { type CompareModel, createModel } from "./model";
import { Pick } from "./pick";
import { nameOf } from "./places";
import { Alike } from "./same";
import { Voices } from "./voices";

/** Puts the page into `root`, which says `data-ready` once there is something to see. */
export function mountCompare(root: HTMLElement, host: CompareHost): CompareModel {
  const model = createModel(host);
  render(<Page model={model} root={root} />, root);
  return model;
}

function Page({ model, root }: { model: CompareModel; root: HTMLElement }) {
  const basket = model.basket.value;
  const beside = model.beside.value;
  const waiting = model.chosen.value.length >= 2 && !beside && !model.failed.value;
  if (basket && !waiting) root.dataset["ready"] = "";
  if (!basket) return null;
  return (
    <>
      <h1>{t("compareTitle")}</h1>
      <p class="lead">{t("compareLead")}</p>
      <Pick model={model} />
      {model.failed.value ? <p role="status">{t("stateFailed")}</p> : null}
      {beside ? <Laid model={model} beside={beside} /> : null}
      <p class="last">
        {t("machineMade")} {t("compareReminder")} {t("lastLine")}
      </p>
    </>
  );
}

function Laid({ model, beside }: { model: CompareModel; beside: Beside }) {
  const day = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" });
  const cut = beside.chosen.flatMap((kept, i) => (kept.cut ? [nameOf(beside.chosen, i)] : []));
  return (
    <>
      <ol class="articles">
        {beside.chosen.map(({ id, url, title, time }, i) => (
          <li key={id}>
            <span class="where">{nameOf(beside.chosen, i)}</span>{" "}
            <a href={url} target="_blank" rel="noreferrer">
              <bdi>{title}</bdi>
            </a>
            <span class="printed">
              {url} · {day.format(new Date(time))}
            </span>
          </li>
        ))}
      </ol>
      {cut.length > 0 ? <p class="soft">{t("compareCut", cut.join(", "))}</p> : null}
      <nav class="ways" aria-label={t("compareSections")}>
        <a href="#voices">{t("compareVoices")}</a>
        <a href="#charges">{t("tab_exchanges")}</a>
        <a href="#same">{t("compareSame")}</a>
      </nav>
      <Ways model={model} beside={beside} />
      <Voices model={model} beside={beside} />
      <Charges model={model} beside={beside} />
      <Alike model={model} beside={beside} />
    </>
  );
}

function Ways({ model, beside }: { model: CompareModel; beside: Beside }) {
  const outcome = useSignal("");
  const save = (format: CompareFormat) => {
    const input = { beside, shown: model.shown.value, time: new Date(), version: model.host.version };
    const file = exportComparison(format, input);
    saveText(file.name, file.type, file.text);
    outcome.value = t("saved", file.name);
  };
  return (
    <div class="ways">
      {COMPARE_FORMATS.map((format) => (
        <button key={format} type="button" class="button" data-format={format} onClick={() => save(format)}>
          {t(`format_${format}`)}
        </button>
      ))}
      <button type="button" class="button" onClick={() => print()}>
        {t("readingPrint")}
      </button>
      <p role="status" class="soft">
        {outcome.value}
      </p>
    </div>
  );
}
