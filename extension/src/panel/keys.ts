// The panel's keys: "/" to search, arrows and Home/End along the rows, Esc to step back or close.

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
    default:
      return false;
  }
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
  const here = rows.findIndex((row) => row.contains(target));
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
