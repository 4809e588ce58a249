// Why a page was not taken for an article, or for what kind of one, as a sentence. The gate's own words for it are for
// programs ("url:home"); leaves out the decision (content/gate/judge.ts).

import { t } from "../words";

/** A sentence for a reason of the gate's "no"; null for one that it gives for a "yes". */
export function whyNoArticle(reason: string): string | null {
  const key = keyOf(reason);
  return key === null ? null : t(key);
}

/** What kind of article a page was taken for, as a sentence; null where that says nothing more. */
export function whatArticle(reason: string): string | null {
  return reason === "text:release" ? t("reason_release") : null;
}

function keyOf(reason: string): string | null {
  const [what = "", detail = ""] = reason.split(/:(.*)/s);
  switch (what) {
    case "url":
      return detail === "home" ? "reason_front" : null;
    case "generator":
    case "template":
      return "reason_reference";
    case "json-ld":
      return detail.endsWith(" without text") ? "reason_empty" : "reason_other";
    case "og":
      return "reason_other";
    case "text":
      return detail === "little" ? "reason_little" : "reason_signs";
    default:
      return null;
  }
}
