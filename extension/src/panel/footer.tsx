// Ways out of the panel: copy, export, reading copy, the side, the options; and the line that says
// what a mark does not mean.

import { exportAs, FORMATS, type Format } from "../export/export";
import { saveText } from "../export/save";
import { t } from "../words";
import { Keep } from "./keep";
import type { Model } from "./model";

export function Footer({ model }: { model: Model }) {
  const { host } = model;
  const site = model.site.value;
  const { settings } = model;
  const ready = (model.reading.value?.analysis.attributions.length ?? 0) > 0;
  const always = site !== null && settings.value.sites.includes(site);
  return (
    <footer>
      {/* First, so that it is seen in a popup that a small screen cuts short. */}
      <p role="status" class="outcome">
        {model.unsaved.value ? t("notKept") : model.outcome.value}
      </p>
      <div class="ways">
        {ready ? (
          <>
            <button type="button" onClick={() => void copyAll(model)}>
              {t("copy")}
            </button>
            <details class="menu" onFocusOut={closeWhenLeft}>
              <summary>{t("export")}</summary>
              <div class="items">
                {FORMATS.map((format) => (
                  <button
                    key={format}
                    type="button"
                    onClick={(event) => save(model, format, event.currentTarget)}
                  >
                    {t(`format_${format}`)}
                  </button>
                ))}
                <p class="soft">{t("exportShownOnly")}</p>
              </div>
            </details>
            <Keep
              model={model}
              tell={(words) => {
                model.outcome.value = words;
              }}
            />
            {host.openReadingCopy ? (
              <button type="button" onClick={host.openReadingCopy}>
                {t("readingCopy")}
              </button>
            ) : null}
          </>
        ) : null}
        {host.keepAtSide ? (
          <button type="button" onClick={host.keepAtSide}>
            {t("keepAtSide")}
          </button>
        ) : null}
        {host.openOptions ? (
          <button type="button" onClick={host.openOptions}>
            {t("options")}
          </button>
        ) : null}
      </div>
      {host.alwaysOn &&
      site !== null &&
      !settings.value.excluded.includes(site) &&
      settings.value.when !== "all" &&
      model.none.value !== "unreadable" ? (
        <label class="always">
          <input
            type="checkbox"
            checked={always}
            onChange={(event) => void setAlways(model, site, event.currentTarget)}
          />
          {t("alwaysOnSite", site)}
        </label>
      ) : null}
      <p class="last">{t("lastLine")}</p>
    </footer>
  );
}

function closeWhenLeft(event: FocusEvent & { currentTarget: HTMLDetailsElement }): void {
  if (!event.currentTarget.contains(event.relatedTarget as Node | null)) event.currentTarget.open = false;
}

function exported(model: Model, format: Format): { name: string; type: string; text: string } | null {
  const page = model.page.value;
  if (!page?.analysis) return null;
  return exportAs(format, {
    url: page.url,
    title: page.title,
    time: new Date(),
    version: model.host.version,
    blocks: page.blocks,
    analysis: page.analysis,
    chosen: model.shown.value,
    categories: model.settings.value.categories,
  });
}

async function copyAll(model: Model): Promise<void> {
  const file = exported(model, "markdown");
  if (file) await model.copy(file.text);
}

function save(model: Model, format: Format, button: HTMLElement): void {
  const file = exported(model, format);
  if (!file) return;
  saveText(file.name, file.type, file.text);
  model.outcome.value = t("saved", file.name);
  const menu = button.closest("details");
  if (menu) menu.open = false;
  menu?.querySelector("summary")?.focus();
}

async function setAlways(model: Model, site: string, box: HTMLInputElement): Promise<void> {
  const before = model.settings.value;
  const others = before.sites.filter((host) => host !== site);
  if (!box.checked) {
    model.change({ sites: others });
    return;
  }
  // Kept before the browser asks: its question can close the popup, and us with it. Without the
  // permission the entry does nothing.
  model.change({
    sites: [...others, site].sort(),
    when: before.when === "click" ? "sites" : before.when,
  });
  if (await model.host.alwaysOn?.(site)) return;
  model.change({ sites: before.sites, when: before.when });
  model.outcome.value = t("permissionRefused");
}
