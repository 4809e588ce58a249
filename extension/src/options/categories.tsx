// The reader's own categories: what each looks for, where, and how it is drawn. What is typed is kept as it is, be it
// wrong; what is wrong with it stands under the field at once. Leaves out the looking, which is the engine's.

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Place, WrongPattern } from "../analysis";
import { contrast } from "../look";
import { ownLook } from "../own";
import {
  CATEGORY_LINES,
  type Category,
  LONGEST_LOOKED_FOR,
  LONGEST_NAME,
  MOST_CATEGORIES,
  specsOf,
} from "../settings";
import { number, t } from "../words";
import { wrongInWords } from "../wrong";
import { Choice } from "./choice";
import type { SectionProps } from "./section";

/** Of each new category the next; they hold 3:1 on white and near-black paper, and none is green or red. */
const COLOURS = ["#7a5cd6", "#b8622b", "#1b8484", "#c2479b", "#7d7a1f", "#5b7c99"];
const PLACES: readonly Place[] = ["said", "speaker", "target", "anywhere"];
/** Milliseconds without a key after which what was typed is kept. */
const SETTLED = 300;

export function Categories({
  host,
  settings,
  change,
}: Pick<SectionProps, "settings" | "change"> & {
  host: Pick<SectionProps["host"], "check">;
}) {
  const { categories } = settings;
  // What a timer keeps later is put into the list as it is then.
  const now = useRef(categories);
  now.current = categories;
  const set = (index: number, patch: Partial<Category>) =>
    change({ categories: now.current.map((each, i) => (i === index ? { ...each, ...patch } : each)) });
  const add = () => {
    const { length } = categories;
    const fresh: Category = {
      name: t("categoryNew", number(length + 1)),
      looksFor: "",
      pattern: false,
      place: "anywhere",
      accents: false,
      colour: COLOURS[length % COLOURS.length] ?? "",
      line: "tint",
      on: true,
    };
    change({ categories: [...categories, fresh] });
  };
  return (
    <section data-categories>
      <h2>{t("categoriesTitle")}</h2>
      <p class="soft">{t("categoriesText")}</p>
      {categories.map((category, index) => (
        <Editor
          // One that was taken away takes its fields with it.
          key={`${index} of ${categories.length}`}
          host={host}
          category={category}
          index={index}
          set={(patch) => set(index, patch)}
          remove={() => change({ categories: categories.filter((_, i) => i !== index) })}
        />
      ))}
      <div class="buttons">
        <button
          type="button"
          class="button"
          data-do="add-category"
          disabled={categories.length >= MOST_CATEGORIES}
          onClick={add}
        >
          {t("categoryAdd")}
        </button>
      </div>
      <p class="soft">{t("categoryMost", number(MOST_CATEGORIES))}</p>
    </section>
  );
}

function Editor(props: {
  host: Pick<SectionProps["host"], "check">;
  category: Category;
  index: number;
  set(patch: Partial<Category>): void;
  remove(): void;
}) {
  const { host, category, index, set } = props;
  const wrong = useSignal<WrongPattern | null>(null);
  const looksFor = useTyped(category.looksFor, (typed) => set({ looksFor: typed }));
  const name = useTyped(category.name, (typed) => set({ name: typed }));
  const [spec] = specsOf([{ ...category, looksFor: looksFor.text }]);
  const asked = JSON.stringify(spec);
  useEffect(() => {
    // An empty field is not wrong yet.
    if (!spec || spec.looks_for.trim() === "") {
      wrong.value = null;
      return;
    }
    let late = false;
    void host.check(spec).then((found) => {
      if (!late) wrong.value = found;
    });
    return () => {
      late = true;
    };
  }, [asked]);
  const id = `category-${index}`;
  return (
    <fieldset class="category" data-category={index}>
      <legend>
        <bdi style={ownLook(category)}>{name.text}</bdi>
      </legend>
      <label class="row-field">
        <span>{t("categoryName")}</span>
        <input
          type="text"
          name="name"
          maxLength={LONGEST_NAME}
          {...name.field}
          onBlur={() => {
            if (name.text.trim() === "") name.put(t("categoryNew", number(index + 1)));
            name.keep();
          }}
        />
      </label>
      <label class="typed">
        <span>{t("categoryLooksFor")}</span>
        <textarea
          name="looksFor"
          rows={2}
          spellcheck={false}
          maxLength={LONGEST_LOOKED_FOR}
          aria-invalid={wrong.value ? "true" : undefined}
          aria-describedby={`${id}-hint ${id}-wrong`}
          {...looksFor.field}
          onBlur={looksFor.keep}
        />
      </label>
      <p class="soft" id={`${id}-hint`}>
        {t(category.pattern ? "categoryPatternHint" : "categoryWordsHint")}
      </p>
      <p class="warn" id={`${id}-wrong`} role="status">
        {wrong.value ? wrongInWords(wrong.value) : null}
      </p>
      <Choice
        type="checkbox"
        name="pattern"
        checked={category.pattern}
        label={t("categoryIsPattern")}
        press={({ checked }) => set({ pattern: checked })}
      />
      <Choice
        type="checkbox"
        name="accents"
        checked={category.accents}
        label={t("categoryAccents")}
        press={({ checked }) => set({ accents: checked })}
      />
      <label class="row-field">
        <span>{t("categoryWhere")}</span>
        <select
          name="place"
          value={category.place}
          onChange={(event) => set({ place: event.currentTarget.value as Place })}
        >
          {PLACES.map((place) => (
            <option key={place} value={place}>
              {t(`place_${place}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="row-field">
        <span>{t("categoryLine")}</span>
        <select
          name="line"
          value={category.line}
          onChange={(event) => set({ line: event.currentTarget.value as Category["line"] })}
        >
          {CATEGORY_LINES.map((line) => (
            <option key={line} value={line}>
              {t(`line_${line}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="row-field">
        <span>{t("categoryColour")}</span>
        <input
          type="color"
          name="colour"
          value={category.colour}
          onInput={(event) => set({ colour: event.currentTarget.value })}
        />
      </label>
      <Weak category={category} />
      <Choice
        type="checkbox"
        name="on"
        checked={category.on}
        label={t("categoryOn")}
        press={({ checked }) => set({ on: checked })}
      />
      <div class="buttons">
        <button type="button" class="button" aria-label={t("removeNamed", name.text)} onClick={props.remove}>
          {t("remove")}
        </button>
      </div>
    </fieldset>
  );
}

/** A line that is hard to see is allowed, and said to be so. */
function Weak({ category: { colour, line } }: { category: Category }) {
  const weak = (paper: string) => line !== "tint" && contrast(colour, paper) < 3;
  const words = [weak("#ffffff") && t("contrastWeakLight"), weak("#1b1b1b") && t("contrastWeakDark")];
  return (
    <p role="status" class="warn">
      {words.filter(Boolean).join(" ")}
    </p>
  );
}

/**
 * A field of text that is kept a moment after the last key, and when it is left. While it is being typed in, what comes
 * back from the store is of a moment ago and changes nothing.
 */
function useTyped(kept: string, keep: (text: string) => void) {
  const typed = useSignal<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = () => {
    clearTimeout(timer.current);
    const text = typed.peek();
    if (text !== null && text !== kept) keep(text);
  };
  const later = useRef(save);
  later.current = save;
  const put = (text: string) => {
    typed.value = text;
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    text: typed.value ?? kept,
    put,
    /** Keeps it now; from then on what the store says is shown again. */
    keep() {
      later.current();
      typed.value = null;
    },
    field: {
      value: typed.value ?? kept,
      onInput(event: Event) {
        put((event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => later.current(), SETTLED);
      },
    },
  };
}
