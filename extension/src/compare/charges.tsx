// Accusations and what each article has in answer. One that is answered in one article and not in another stands out
// in words. "No reply found" is said only of a text that was there as a whole.

import type { Charge, Side } from "../comparison";
import { targetName } from "../describe";
import { language, t } from "../words";
import { attributionAt, type Beside, readingOf } from "./beside";
import type { CompareModel } from "./model";
import { nameOf, numbers, Passage } from "./places";

export function Charges({ model, beside }: { model: CompareModel; beside: Beside }) {
  const { charges } = beside.comparison;
  return (
    <section id="charges">
      <h2>{t("tab_exchanges")}</h2>
      {charges.length === 0 ? <p class="empty">{t("compareNoCharges")}</p> : null}
      {charges.map((charge, i) => (
        <article key={i} class="charge" data-charge={i}>
          <h3>{headingOf(beside, charge)}</h3>
          <Answered beside={beside} charge={charge} />
          <div class="beside" data-columns={beside.chosen.length}>
            {beside.chosen.map(({ id }, account) => (
              <section key={id}>
                <h4>{nameOf(beside.chosen, account)}</h4>
                <SideOf
                  model={model}
                  beside={beside}
                  side={charge.sides.find((s) => s.account === account)}
                />
              </section>
            ))}
          </div>
        </article>
      ))}
    </section>
  );
}

/** "Norway → Iceland": the accuser, and the accused or the words that name it. */
export function headingOf(beside: Beside, charge: Charge): string {
  const { voices } = beside.comparison;
  const accuser = charge.accuser === null ? t("accuserNotClear") : voices[charge.accuser]?.name;
  const side = charge.sides.find(({ accusations }) => accusations.length > 0);
  const first = side && attributionAt(beside, { account: side.account, index: side.accusations[0] ?? -1 });
  const words = side && first ? targetName(readingOf(beside, side.account), first) : null;
  const accused = charge.accused === null ? words : voices[charge.accused]?.name;
  return accused ? t("cardHeadingTarget", accuser ?? "", accused) : (accuser ?? "");
}

/** The articles with the accusation in which no answer was found although all of their text was read. */
export function unansweredIn(beside: Beside, charge: Charge): number[] {
  return charge.sides
    .filter(({ account, state }) => state === "none_found" && !beside.chosen[account]?.cut)
    .map(({ account }) => account);
}

/** "An answer was found in 2; in 1 none was found." Empty where there is no such difference. */
export function answeredOnly(beside: Beside, charge: Charge): string {
  const without = unansweredIn(beside, charge);
  if (charge.answered_only_in.length === 0 || without.length === 0) return "";
  return t("answeredOnlyIn", numbers(charge.answered_only_in, language()), numbers(without, language()));
}

function Answered({ beside, charge }: { beside: Beside; charge: Charge }) {
  const words = answeredOnly(beside, charge);
  return words === "" ? null : <p class="differs">{words}</p>;
}

function SideOf(props: { model: CompareModel; beside: Beside; side: Side | undefined }) {
  const { model, beside, side } = props;
  if (!side) return <p class="soft">{t("notFoundHere")}</p>;
  const { account } = side;
  const cut = beside.chosen[account]?.cut ?? false;
  return (
    <ul class="list">
      {side.accusations.length === 0 ? <li class="soft">{t("chargeNotFoundHere")}</li> : null}
      {side.accusations.map((index) => (
        <li key={index}>
          <Passage model={model} beside={beside} at={{ account, index }} />
        </li>
      ))}
      {[...side.replies, ...side.denials].map((index) => (
        <li key={index} class="reply">
          <Passage model={model} beside={beside} at={{ account, index }} lead={t("replyBy")} />
        </li>
      ))}
      {side.state === "none_found" ? (
        <li class="soft none">{t(cut ? "cutNoReply" : "noReplyFound")}</li>
      ) : null}
    </ul>
  );
}
