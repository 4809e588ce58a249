// Several who speak or are spoken of at once ("Germany and France"), one by one. Leaves out who they
// are: the engine says so.

import type { Actor } from "./analysis";

/** The members of an actor that is several at once, else the actor itself; empty for none. */
export function membersOf(actors: readonly Actor[], actor: number | null | undefined): readonly number[] {
  if (actor === null || actor === undefined) return [];
  const members = actors[actor]?.members ?? [];
  return members.length > 0 ? members : [actor];
}

/** Whether a verb about that actor stands in the plural: several at once, a group of people, "two officials". */
export function isMany(actor: Actor | undefined): boolean {
  if (!actor) return false;
  const numeral = /^(\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|both)\s/i;
  return actor.members.length > 1 || actor.kind === "group" || numeral.test(actor.name);
}
