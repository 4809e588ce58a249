// Every passage in the order of the text: the way to read the marks without seeing them.

import { t } from "../words";
import type { Model } from "./model";
import { PassageRow } from "./passage";

export function InOrder({ model }: { model: Model }) {
  const all = model.reading.value?.analysis.attributions ?? [];
  const shown = model.shown.value;
  if (shown.length === 0) return <p class="empty">{t("nothingShown")}</p>;
  return (
    <ol class="list">
      {shown.map((i) => (
        <li key={i} class={all[i]?.parent === null ? "" : "nested"}>
          <PassageRow model={model} index={i} />
        </li>
      ))}
    </ol>
  );
}
