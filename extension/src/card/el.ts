// A few lines to build elements from data. Text goes in as text nodes only: nothing of a page is
// ever read as markup.

import * as dom from "../dom";

type Child = Node | string | null | undefined | false;

/** An element of `document` with these attributes (`onclick` and its like as listeners). */
export function el<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  tag: K,
  attributes: Record<string, string | boolean | ((event: Event) => void) | undefined>,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element: HTMLElement = dom.createElement(document, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") dom.addEventListener(element, name.slice(2), value);
    else dom.setAttribute(element, name, value === true ? "" : value);
  }
  const there = children.filter((c): c is Node | string => c !== null && c !== undefined && c !== false);
  dom.append(element, ...there);
  return element as HTMLElementTagNameMap[K];
}
