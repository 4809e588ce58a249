// The kept articles: which of them are compared, taking one out, emptying the basket.

import { MOST_BESIDE, MOST_KEPT } from "../limits";
import { language, number, t, tn } from "../words";
import type { CompareModel } from "./model";

export function Pick({ model }: { model: CompareModel }) {
  const kept = model.basket.value?.kept ?? [];
  const chosen = model.chosen.value;
  const day = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short" });
  if (kept.length === 0) {
    return (
      <section class="state" data-state="empty">
        <h2>{t("basketNone")}</h2>
        <p>{t("basketHow", number(MOST_KEPT))}</p>
      </section>
    );
  }
  return (
    <section class="basket">
      <h2 id="kept">{tn("basketHolds", kept.length)}</h2>
      <ul aria-labelledby="kept">
        {kept.map(({ id, title, site, time, private: incognito }) => {
          const on = chosen.some((each) => each.id === id);
          const full = !on && chosen.length >= MOST_BESIDE;
          return (
            <li key={id}>
              <label class={full ? "pick full" : "pick"}>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={full}
                  onChange={(event) => model.choose(id, event.currentTarget.checked)}
                />
                <span>
                  <bdi>{title}</bdi>
                  <span class="soft">
                    {[site, day.format(new Date(time)), incognito && t("keptInPrivate")]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
              </label>
              <button
                type="button"
                class="button"
                aria-label={t("removeNamed", title)}
                onClick={() => model.remove(id)}
              >
                {t("remove")}
              </button>
            </li>
          );
        })}
      </ul>
      <p>
        <button type="button" class="button" data-empty onClick={() => model.empty()}>
          {t("basketEmpty")}
        </button>
      </p>
      <p class="soft">{t("basketKept")}</p>
      {chosen.length < 2 ? <p role="status">{t("basketChoose", number(MOST_BESIDE))}</p> : null}
    </section>
  );
}
