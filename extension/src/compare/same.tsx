// What seems to be the same statement in several articles: by which reporting words each brings it, and how the
// quotations differ, word by word. Difference is shown by underlining and told in words, never by red and green.

import type { Quotations, Run, Same } from "../comparison";
import { wordsOf } from "../describe";
import { t } from "../words";
import { type Beside, readingOf } from "./beside";
import type { CompareModel } from "./model";
import { nameOf, Passage } from "./places";

export function Alike({ model, beside }: { model: CompareModel; beside: Beside }) {
  const { same } = beside.comparison;
  return (
    <section id="same">
      <h2>{t("compareSame")}</h2>
      <p class="soft">{t("compareSameNote")}</p>
      {same.length === 0 ? <p class="empty">{t("compareNoSame")}</p> : null}
      {same.map((one, i) => (
        <article key={i} class="same" data-same={i}>
          <h3>{speakerOf(beside, one)}</h3>
          <div class="beside" data-columns={beside.chosen.length}>
            {beside.chosen.map(({ id }, account) => {
              const own = one.statements.filter((at) => at.account === account);
              return (
                <section key={id}>
                  <h4>{nameOf(beside.chosen, account)}</h4>
                  {own.length === 0 ? <p class="soft">{t("notFoundHere")}</p> : null}
                  <ul class="list">
                    {own.map((at) => (
                      <li key={at.index}>
                        <Passage model={model} beside={beside} at={at} withoutSpeaker={one.voice !== null} />
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
          {one.quotations.map((quotations) => (
            <Quoted
              key={`${quotations.left.account} ${quotations.right.account}`}
              beside={beside}
              of={quotations}
            />
          ))}
        </article>
      ))}
    </section>
  );
}

/** The voice, or that the articles name different ones. */
export function speakerOf({ comparison }: Beside, { voice }: Same): string {
  return voice === null ? t("notOneSpeaker") : (comparison.voices[voice]?.name ?? "");
}

/** True where two quotations have the same words from beginning to end. */
export function quoteAlike({ runs }: Quotations): boolean {
  return runs.every(({ change }) => change === "same");
}

function Quoted({ beside, of }: { beside: Beside; of: Quotations }) {
  const sides = [
    { account: of.left.account, pieces: (run: Run) => run.left },
    { account: of.right.account, pieces: (run: Run) => run.right },
  ];
  const [left, right] = sides.map(({ account }) => nameOf(beside.chosen, account));
  if (quoteAlike(of)) return <p class="soft quoted">{t("quotedAlike", left ?? "", right ?? "")}</p>;
  return (
    <dl class="quoted" data-quoted>
      {sides.map(({ account, pieces }) => {
        const { blocks } = readingOf(beside, account);
        return (
          <div key={account}>
            <dt>{t("quotedIn", nameOf(beside.chosen, account))}</dt>
            <dd>
              {of.runs.map((run, i) => {
                const words = wordsOf(pieces(run), blocks);
                if (words === "") return null;
                return run.change === "same" ? (
                  `${words} `
                ) : (
                  <>
                    <mark key={i} class="differs">
                      <span class="offstage">{t("onlyQuotedHere")} </span>
                      {words}
                    </mark>{" "}
                  </>
                );
              })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
