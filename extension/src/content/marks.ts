// The names of our highlights and the style sheet that gives them their look.
// Colours and lines are look.ts's, the reader's choices settings.ts's. Leaves out which words get which (paint.ts).

import type { Group } from "../analysis";
import { GROUPS } from "../kinds";
import { LINES, lineWidth, markColour, quiet } from "../look";
import { ownLook } from "../own";
import { MOST_CATEGORIES, type Settings } from "../settings";

/** Everything that we put in the page's registry begins with this. */
export const PREFIX = "ascribe-";

/** A highlight's name without the prefix. */
export type MarkName = Group | Own | "unnamed" | "dimmed" | "flash";

/** A category of the reader's own, by its place in the settings. */
type Own = `own-${number}`;

const OWN = Array.from({ length: MOST_CATEGORIES }, (_, index): Own => `own-${index}`);

/** Where marks overlap, the higher one is drawn above. */
export const PRIORITY = {
  dimmed: 0,
  statements: 1,
  views: 2,
  demands: 3,
  denials: 4,
  accusations: 5,
  unnamed: 6,
  ...Object.fromEntries(OWN.map((name, index) => [name, 7 + index])),
  flash: 7 + MOST_CATEGORIES,
} as Record<MarkName, number> & Record<string, number>;

export const MARK_NAMES = Object.keys(PRIORITY) as MarkName[];

/** The part of the settings that marks are drawn by. */
export type Look = Pick<Settings, "look" | "weight" | "colours" | "density" | "categories">;

/** Under the letters' feet, and whole there: a line that makes way for every "g" looks like another style. */
const PLACE = "text-underline-offset:.16em;text-decoration-skip-ink:none";

/** The style sheet of the marks. Text colour is never touched, save in forced colours, where there is no other way. */
export function marksCss(look: Look): string {
  const rules = GROUPS.map((group) => {
    const own = markColour(group, look.colours);
    const colour = quiet(group, own, look.density);
    const line = `underline ${LINES[group].style} ${colour} ${lineWidth(group, look.weight)}px`;
    const tint = look.look === "tint" ? `background-color:color-mix(in srgb,${colour} 22%,transparent);` : "";
    return rule(group, `text-decoration:${line};${PLACE};${tint}`);
  });
  rules.push(rule("unnamed", "text-decoration:overline dotted currentcolor 2px"));
  rules.push(rule("dimmed", `text-decoration:underline solid rgb(138 138 139 / .4) 1px;${PLACE}`));
  rules.push(rule("flash", "background-color:rgb(255 196 64 / .5)"));
  const own = look.categories.map((category, index) => rule(`own-${index}`, ownLook(category)));
  // Paper and forced colours have no ground behind the words.
  const tints = look.categories.flatMap((category, index) =>
    category.line === "tint" ? [rule(`own-${index}`, ownLook(category, "line"))] : [],
  );
  const shown = MARK_NAMES.filter((name) => !OWN.slice(own.length).includes(name as Own));
  const forced = shown.map((name) =>
    rule(
      name,
      `color:CanvasText;background-color:${name === "flash" ? "Mark" : "Canvas"};text-decoration-color:CanvasText`,
    ),
  );
  return [
    ...rules,
    ...own,
    tints.length > 0 ? `@media print,(forced-colors:active){${tints.join("")}}` : "",
    `@media (forced-colors:active){${forced.join("")}}\n`,
  ].join("\n");
}

function rule(name: MarkName, declarations: string): string {
  return `::highlight(${PREFIX}${name}){${declarations}}`;
}
