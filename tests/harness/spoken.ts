// What a screen reader goes through in the panel, as lines that a test can compare and a person can read.
// Leaves out how any one screen reader words a role.

/**
 * Role, name and state of every control and heading that is in view, in order. Runs inside the page. With
 * `"counted"`, words that the panel quotes from the article stand as their number, "…(2 words)": of an
 * article that is not ours to keep.
 */
export function spoken(quotes?: "counted"): string[] {
  const counted = (words: string) => {
    const count = words.trim().split(/\s+/).filter(Boolean).length;
    return `…(${count} ${count === 1 ? "word" : "words"})`;
  };
  return [...document.querySelectorAll("h1, h2, h3, button, input, summary, [role=tabpanel]")]
    .filter((element) => element.checkVisibility() || element.matches(".only"))
    .map((element) => {
      const label = element.getAttribute("aria-label") ?? element.getAttribute("aria-labelledby");
      const role = element.getAttribute("role") ?? element.tagName.toLowerCase();
      const state = ["aria-checked", "aria-selected", "aria-pressed", "aria-expanded"]
        .filter((name) => element.hasAttribute(name))
        .map((name) => `${name.slice(5)}=${element.getAttribute(name)}`);
      const labels = (element as HTMLInputElement).labels?.[0]?.textContent;
      const copy = element.cloneNode(true) as Element;
      for (const image of copy.querySelectorAll("[role=img]"))
        image.replaceWith(image.getAttribute("aria-label") ?? "");
      if (quotes) {
        for (const quote of copy.querySelectorAll(".words"))
          quote.textContent = counted(quote.textContent ?? "");
        for (const note of copy.querySelectorAll(".notes > *")) {
          const [lead, quoted] = (note.textContent ?? "").split(/(?<=denies:\s)/);
          if (quoted) note.textContent = `${lead}${quoted.split("; ").map(counted).join("; ")}`;
        }
      }
      const words = label ?? labels ?? copy.textContent ?? "";
      return [role, words.trim().replace(/\s+/g, " "), ...state].join(" | ");
    });
}
