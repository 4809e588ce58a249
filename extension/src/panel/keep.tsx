// "Keep for comparing" in the foot of the panel, the question in a private window, and the way to what is kept.

import { signal } from "@preact/signals";
import { MOST_KEPT } from "../limits";
import { number, t } from "../words";
import type { Model } from "./model";

/** A private window asks before it keeps. */
const asking = signal(false);

export function Keep({ model, tell }: { model: Model; tell(words: string): void }) {
  const { host } = model;
  const { keep } = host;
  if (!keep) return null;
  const press = async (anyway: boolean) => {
    const reply = await keep(anyway);
    asking.value = reply.type === "private";
    tell(reply.type === "kept" ? t("kept", number(reply.count), number(MOST_KEPT)) : t(`keep_${reply.type}`));
  };
  return (
    <>
      <button type="button" data-keep onClick={() => void press(asking.value)}>
        {t(asking.value ? "keepAnyway" : "keepForComparing")}
      </button>
      {host.openCompare ? (
        <button type="button" data-compare onClick={host.openCompare}>
          {t("compareKept")}
        </button>
      ) : null}
    </>
  );
}
