// Words in a list with what the search found in them highlighted.

import type { ComponentChildren } from "preact";
import type { Model } from "./model";

/** `text` as it is shown; `whole` is what it is the beginning of, where it was cut. */
export function Found({ model, text, whole = text }: { model: Model; text: string; whole?: string }) {
  const shown: ComponentChildren[] = [];
  // The last letter of what was cut is an ellipsis.
  const end = whole === text ? text.length : text.length - 1;
  let at = 0;
  for (const [from, to] of model.search.spans(whole)) {
    if (from >= end) break;
    shown.push(text.slice(at, from), <mark key={from}>{text.slice(from, Math.min(to, end))}</mark>);
    at = Math.min(to, end);
  }
  return (
    <>
      {shown}
      {text.slice(at)}
    </>
  );
}
