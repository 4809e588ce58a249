// The head of the panel: the name, the switch for this site, and what was found.

import { t, tn } from "../words";
import type { Model } from "./model";

export function Header({ model }: { model: Model }) {
  const site = model.site.value;
  const { settings } = model;
  const on = site !== null && !settings.value.excluded.includes(site) && model.page.value?.status !== "off";
  return (
    <header>
      <div class="top">
        {model.host.embedded ? (
          <h2 class="brand">{t("extensionName")}</h2>
        ) : (
          <h1 class="brand">{t("extensionName")}</h1>
        )}
        {site !== null && !model.host.embedded && model.none.value !== "unreadable" ? (
          <button
            type="button"
            role="switch"
            class="site"
            aria-checked={on}
            aria-label={t("siteSwitch", site)}
            onClick={() => switchSite(model, site, !on)}
          >
            <span class="site-name">{t(on ? "onFor" : "offFor", site)}</span>
            <span class="knob" aria-hidden="true" />
          </button>
        ) : null}
        <Found model={model} />
      </div>
    </header>
  );
}

function Found({ model }: { model: Model }) {
  const analysis = model.reading.value?.analysis;
  if (!analysis || analysis.attributions.length === 0) return null;
  const speakers = new Set(analysis.attributions.flatMap((a) => (a.actor === null ? [] : [a.actor]))).size;
  const unclear = analysis.attributions.filter((a) => a.resolution === "unclear" || a.actor === null).length;
  const parts = [
    tn("foundPassages", analysis.attributions.length),
    tn("foundSpeakers", speakers),
    unclear > 0 && tn("foundUnclear", unclear),
  ].filter((part) => typeof part === "string");
  return <p class="found">{parts.join(" · ")}</p>;
}

function switchSite(model: Model, site: string, on: boolean): void {
  const excluded = model.settings.value.excluded.filter((host) => host !== site);
  model.change({ excluded: on ? excluded : [...excluded, site].sort() });
  if (model.page.value) model.host.post({ type: "marks", on });
  else if (on) model.host.restart();
}
