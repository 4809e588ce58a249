// The reading copy itself: text, marks and labels from one state of a page. With the classroom
// switch the labels are hidden until they are asked for.

import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Attribution, Block } from "../analysis";
import { kindInWords, type Reading, sayingOf } from "../describe";
import { groupOf } from "../kinds";
import { ownLook, ownNames, ownOf } from "../own";
import type { PageState } from "../protocol";
import type { Category } from "../settings";
import { language, t } from "../words";
import { segmentsOf, stretchesOf } from "./segments";

export function ReadingCopy(props: {
  page: PageState;
  categories: readonly Category[];
  time: Date;
  version: string;
}) {
  const { page, categories, time, version } = props;
  const hidden = useSignal(false);
  const revealed = useSignal<ReadonlySet<number>>(new Set());
  const { analysis, blocks } = page;
  if (!analysis) return <p>{t("readingGone")}</p>;
  const reading: Reading = { analysis, blocks };
  const when = new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" }).format(time);

  const label = (at: number) => {
    const a = analysis.attributions[at];
    if (!a) return null;
    const group = groupOf(a.kind);
    if (!hidden.value || revealed.value.has(at)) {
      return (
        <span key={at} class={`tag ${group}`}>
          <Label reading={reading} a={a} own={ownNames(a, categories)} />
        </span>
      );
    }
    return (
      <button
        key={at}
        type="button"
        class="tag"
        onClick={() => {
          revealed.value = new Set([...revealed.value, at]);
        }}
      >
        <Bracketed>{t("readingAsk")}</Bracketed>
      </button>
    );
  };
  /** Words of the reader's own categories, each around the last: the line of their group stays below them all. */
  const fitted = (text: string, attributions: readonly number[]) => {
    const fits = new Set(
      attributions.flatMap((at) => {
        const a = analysis.attributions[at];
        return a ? ownOf(a, categories) : [];
      }),
    );
    return [...fits].reduce<ComponentChildren>((inside, index) => {
      const category = categories[index];
      if (!category) return inside;
      // Paper leaves grounds away: there it is a line.
      const style = { "--own": category.colour };
      return category.line === "tint" ? (
        <span class="fits tint" style={style}>
          {inside}
        </span>
      ) : (
        <span class="fits" style={ownLook(category)}>
          {inside}
        </span>
      );
    }, text);
  };
  const stretches = stretchesOf(analysis);
  const inside = (block: Block, index: number) =>
    segmentsOf(stretches.get(index) ?? [], block.text).map(({ text, attributions, ends }) => {
      const inner = analysis.attributions[attributions[attributions.length - 1] ?? -1];
      // Without labels the lines would give the kind away.
      const known = inner && (!hidden.value || attributions.every((at) => revealed.value.has(at)));
      return (
        <>
          {inner ? (
            <mark class={known ? groupOf(inner.kind) : "statements"}>
              {hidden.value ? text : fitted(text, attributions)}
            </mark>
          ) : (
            text
          )}
          {ends.map((at) => (
            <> {label(at)}</>
          ))}
        </>
      );
    });

  return (
    <>
      <div class="bar">
        <label>
          <input
            type="checkbox"
            checked={hidden.value}
            onChange={(event) => {
              hidden.value = event.currentTarget.checked;
              revealed.value = new Set();
            }}
          />
          {t("readingHide")}
        </label>
        {hidden.value ? (
          <button
            type="button"
            class="button"
            onClick={() => {
              revealed.value = new Set(analysis.attributions.keys());
            }}
          >
            {t("readingReveal")}
          </button>
        ) : null}
        <button type="button" class="button" onClick={() => print()}>
          {t("readingPrint")}
        </button>
      </div>
      <article lang="en">
        {blocks.map((block, i) => (
          <BlockElement key={i} block={block} title={i === firstHeadline(blocks)}>
            {inside(block, i)}
          </BlockElement>
        ))}
      </article>
      <div class="source">
        <p>{page.title}</p>
        <p>{page.url}</p>
        <p>
          {t("readingRead", when)} · Ascribe {version}
        </p>
        <p>
          {t("machineMade")} {t("lastLine")}
        </p>
      </div>
    </>
  );
}

function firstHeadline(blocks: readonly Block[]): number {
  return blocks.findIndex((block) => block.role === "headline");
}

function BlockElement(props: { block: Block; title: boolean; children: ComponentChildren }) {
  switch (props.block.role) {
    case "headline":
      return props.title ? <h1>{props.children}</h1> : <h2>{props.children}</h2>;
    case "heading":
      return <h2>{props.children}</h2>;
    case "quote":
      return <blockquote>{props.children}</blockquote>;
    case "item":
    case "summary":
      return <p class="item">• {props.children}</p>;
    default:
      return <p class={props.block.role}>{props.children}</p>;
  }
}

/** Who, the reporter's words, and what is done by it. */
function Label({ reading, a, own }: { reading: Reading; a: Attribution; own: string }) {
  const { who, cue, cueFirst } = sayingOf(reading, a);
  const said = cue ? <i>{cue}</i> : null;
  return (
    <Bracketed>
      {cueFirst ? (
        <>
          {said} {who}
        </>
      ) : (
        <>
          {who}
          {said ? <> {said}</> : null}
        </>
      )}
      : {kindInWords(reading, a)}
      {own ? ` · ${t("alsoInNamed", own)}` : null}
    </Bracketed>
  );
}

/** In brackets where its box is not seen: copied as text, or heard. */
function Bracketed({ children }: { children: ComponentChildren }) {
  return (
    <>
      <span class="offstage">[</span>
      {children}
      <span class="offstage">]</span>
    </>
  );
}
