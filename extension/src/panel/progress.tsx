// How much of a long article is read, while it is read. Leaves out from when that is told (../progress.ts).

import { t } from "../words";
import type { Model } from "./model";

/** Nothing while nothing is read, and where it does not take long. */
export function Progress({ model }: { model: Model }) {
  const share = model.share.value;
  return share === null ? null : <progress class="share" aria-label={t("progress")} value={share} />;
}
