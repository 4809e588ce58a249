// How a page's letters stand: how large they are, and where its controls break. Runs inside the page, on what is in the
// card's root too where a test has left that as `window.shadow`.

/** Words in letters of less than 12 CSS pixels. */
export function small(): string[] {
  const { shadow } = window as unknown as { shadow?: ShadowRoot };
  const lines: string[] = [];
  const all = [document.body, ...(shadow ? [shadow] : [])].flatMap((root) => [
    ...root.querySelectorAll<HTMLElement>("*"),
  ]);
  for (const element of all) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
    if (!own || !element.checkVisibility() || element.closest(".offstage, script, style")) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    if (size < 12) lines.push(`${size}: ${element.outerHTML.slice(0, 80)}`);
  }
  return lines;
}

/** Words of controls, our own and not the page's, that break within themselves; a hyphen is a place to break. */
export function broken(): string[] {
  const { shadow } = window as unknown as { shadow?: ShadowRoot };
  const lines: string[] = [];
  const range = document.createRange();
  for (const root of [document, ...(shadow ? [shadow] : [])]) {
    for (const control of root.querySelectorAll<HTMLElement>("button:not(.row), .button, summary")) {
      if (!control.checkVisibility()) continue;
      const texts = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode as Text;
        if (node.parentElement?.closest(".offstage, bdi")) continue;
        for (const { 0: word, index } of node.data.matchAll(/[^\s\u00ad‑-]+/g)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) lines.push(`"${word}" in "${control.textContent}"`);
        }
      }
    }
  }
  return lines;
}
