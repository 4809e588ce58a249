// What is wrong with a pattern or words of the reader's, in their language. A case that has no words of its own is told
// in the engine's.

import type { WrongPattern } from "./analysis";
import { number, t } from "./words";

/** "A ( has no ) (letter 3)". */
export function wrongInWords({ why, at, message }: WrongPattern): string {
  const words = why === "other" ? t("wrong_other", message) : t(`wrong_${why}`);
  return at === null ? words : t("wrongAt", words, number(at + 1));
}
