// What is said of articles kept for comparing, and the way to them. Leaves out the list itself (compare/pick.tsx).

import { t } from "../words";

export function Kept() {
  return (
    <section>
      <h2>{t("compareTitle")}</h2>
      <p>{t("compareOptions")}</p>
      <p>
        <a href="compare.html">{t("compareKept")}</a>
      </p>
    </section>
  );
}
