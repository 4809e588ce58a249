// The panel's keys: "/" to search, arrows and Home/End along the rows, right and left to what stands beside one, Esc
// to step back or close. The list is one stop of Tab.

import type { Model } from "./model";

/** Handles one key press on the panel; true when it was one of ours. */
export function pressKey(event: KeyboardEvent, root: HTMLElement, model: Model): boolean {
  const target = event.target as HTMLElement;
  const typing = target.matches("input, select, textarea");
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  switch (event.key) {
    case "/":
      if (typing) return false;
      root.querySelector<HTMLElement>("input[type=search]")?.focus();
      return true;
    case "Escape":
      return stepBack(target, root, model);
    case "ArrowDown":
    case "ArrowUp":
    case "Home":
    case "End":
      if (target.matches("[role=tab], select") || (typing && event.key !== "ArrowDown")) return false;
      return move(event.key, target, root);
    case "ArrowRight":
    case "ArrowLeft":
      return aside(event.key, target);
    default:
      return false;
  }
}

/**
 * Makes the rows below `list` one stop of Tab: the one last focused, else the first. What stands beside a row
 * (`data-beside`) is reached from it. For as long as the list lives.
 */
export function oneStop(list: HTMLElement): void {
  let now: HTMLElement | null = null;
  const settle = () => {
    const rows = [...list.querySelectorAll<HTMLElement>("[data-row], [data-beside]")];
    if (!now || !rows.includes(now)) now = rows[0] ?? null;
    for (const row of rows) {
      const stop = row === now ? 0 : -1;
      if (row.getAttribute("tabindex") !== String(stop)) row.setAttribute("tabindex", String(stop));
    }
  };
  list.addEventListener("focusin", (event) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row], [data-beside]");
    if (row) now = row;
    settle();
  });
  new MutationObserver(settle).observe(list, { childList: true, subtree: true });
  settle();
}

/** From a row to the control beside it, and back. */
function aside(key: string, target: HTMLElement): boolean {
  const rtl = getComputedStyle(target).direction === "rtl";
  const away = key === (rtl ? "ArrowLeft" : "ArrowRight");
  const other = target.parentElement?.querySelector<HTMLElement>(
    away ? "[data-beside]" : ":scope > [data-row]",
  );
  if (!other || other === target || !target.matches(away ? "[data-row]" : "[data-beside]")) return false;
  other.focus();
  return true;
}

/** An open menu first, then a search, then "only this speaker", then the panel itself. */
function stepBack(target: HTMLElement, root: HTMLElement, model: Model): boolean {
  const menu = root.querySelector<HTMLDetailsElement>("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  } else if (model.query.value !== "" && target.matches("input")) model.query.value = "";
  else if ((model.page.value?.onlyActor ?? null) !== null) model.only(null);
  else if (model.host.close) model.host.close();
  else return false;
  return true;
}

function move(key: string, target: HTMLElement, root: HTMLElement): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>("[data-row]")];
  if (rows.length === 0) return false;
  const own = target.matches("[data-beside]") ? target.parentElement?.querySelector("[data-row]") : target;
  const here = rows.findIndex((row) => row.contains(own ?? null));
  const to =
    key === "Home"
      ? 0
      : key === "End"
        ? rows.length - 1
        : key === "ArrowDown"
          ? here + 1
          : here < 0
            ? 0
            : here - 1;
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus();
  return true;
}
