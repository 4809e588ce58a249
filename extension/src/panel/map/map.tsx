// The map: who accuses, denies, demands and criticises whom. The drawing is for the eye; the list
// under it says the same in words and opens the passages. Loaded when its tab is first opened.

import { useComputed, useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { saveBlob, saveText } from "../../export/save";
import { isMany } from "../../members";
import { number, t } from "../../words";
import type { Model } from "../model";
import { PassageRow } from "../passage";
import { Drawing } from "./drawing";
import { layOut } from "./layout";
import { toPng, toSvg } from "./picture";

export function ActorMap({ model }: { model: Model }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const chosen = useSignal<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => {
      width.value = Math.min(Math.floor(element.clientWidth), 720);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const graph = useComputed(() => {
    const reading = model.reading.value;
    if (!reading || width.value === 0) return null;
    return layOut(reading.analysis, new Set(model.shown.value), width.value);
  });
  const now = graph.value;
  const told = now ? [...now.arrows, ...now.undrawn] : [];
  const actors = model.reading.value?.analysis.actors ?? [];
  const nameOf = (i: number) => actors[i]?.name ?? "";
  const page = model.page.value;

  async function save(how: "svg" | "png"): Promise<void> {
    const drawing = box.current?.querySelector("svg");
    if (!drawing || !page) return;
    const about = [
      page.title,
      page.url,
      new Date().toISOString().slice(0, 10),
      `${t("machineMade")} ${t("lastLine")}`,
    ];
    const svg = toSvg(drawing, about);
    const name = `ascribe-${model.site.value ?? "page"}-map.${how}`;
    if (how === "svg") saveText(name, "image/svg+xml", svg.text);
    else saveBlob(name, await toPng(svg));
  }

  return (
    <div class="map" ref={box}>
      {now === null ? null : now.arrows.length === 0 ? (
        <p class="empty">{t("mapEmpty")}</p>
      ) : (
        <>
          <Drawing
            graph={now}
            chosen={chosen.value !== null && chosen.value < now.arrows.length ? chosen.value : null}
            choose={(i) => {
              chosen.value = chosen.value === i ? null : i;
              const first = now.arrows[i]?.attributions[0];
              if (first !== undefined) model.jump(first);
            }}
          />
          <div class="ways">
            <button type="button" onClick={() => void save("svg")}>
              {t("saveSvg")}
            </button>
            <button type="button" onClick={() => void save("png")}>
              {t("savePng")}
            </button>
          </div>
          <h2>{t("mapInWords")}</h2>
          <ul class="list">
            {told.map((arrow, i) => (
              <li key={`${arrow.from}-${arrow.relation}-${arrow.to}`}>
                <button
                  type="button"
                  class="row"
                  data-row
                  aria-expanded={chosen.value === i}
                  onClick={() => {
                    chosen.value = chosen.value === i ? null : i;
                  }}
                >
                  {t(
                    `mapLine_${arrow.relation}${isMany(actors[arrow.from]) ? "_many" : ""}`,
                    nameOf(arrow.from),
                    nameOf(arrow.to),
                    number(arrow.attributions.length),
                  )}
                </button>
                {chosen.value === i ? (
                  <ul class="list inner">
                    {arrow.attributions.map((at) => (
                      <li key={at}>
                        <PassageRow model={model} index={at} />
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ul>
          {now.apart.length > 0 ? (
            <details class="more">
              <summary data-row>{t("mapApart", number(now.apart.length))}</summary>
              <p class="soft">{now.apart.map(nameOf).join(", ")}</p>
            </details>
          ) : null}
        </>
      )}
    </div>
  );
}
