// A change in words: what the card says it saved, and what the options list. Leaves out everything else.

import type { Change } from "../changes";
import { kindName } from "../describe";
import { t } from "../words";

export function changeInWords(change: Change): string {
  switch (change.type) {
    case "kind":
      return t("changeKind", kindName(change.kind));
    case "speaker":
      return t("changeSpeaker", change.actor ?? t("unclearWho"));
    case "target":
      return t("changeTarget", change.actor ?? t("correctNobodyNamed"));
    case "reply":
      return t(change.to === null ? "changeUnlinked" : "changeLinked");
    case "words":
      return t("changeWords");
    case "missed":
      return t("changeMissed", change.actor ?? t("unclearWho"), kindName(change.kind));
    case "same":
      return t("changeSame", change.actor, change.as);
    case "not_a_statement":
      return t("correctNotStatement");
  }
}
