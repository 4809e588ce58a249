// How large the letters of a page are.

/** Runs in the page: words in letters of less than 12 CSS pixels. */
export function small(): string[] {
  const lines: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || !element.checkVisibility() || element.closest(".offstage, script, style")) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < 12) lines.push(`${size}: ${element.outerHTML.slice(0, 80)}`);
  }
  return lines;
}
