// The interface's words: every visible or spoken word is looked up here by its key in _locales.
// Leaves out the words themselves, and the words of articles, which are never translated.

/** The shape of `_locales/<language>/messages.json`. */
export type Messages = Record<string, { message: string; description?: string }>;

interface I18n {
  getMessage(key: string, substitutions?: string[]): string;
  getUILanguage(): string;
}

let own: { messages: Messages; language: string } | null = null;
/** What speaks numbers and plurals in the language of the interface: dear to make, and asked for often. */
let numbers: { language: string; format: Intl.NumberFormat; plural: Intl.PluralRules } | null = null;

/** For pages outside an extension (the demo): speak from these messages instead of the browser's. */
export function speakFrom(messages: Messages, language: string): void {
  own = { messages, language };
}

/** The language of the interface, as a BCP 47 tag. */
export function language(): string {
  // The catalogue says which one it is; the browser's own language may have none.
  return own?.language ?? (i18n()?.getMessage("language_tag") || "en");
}

/** The words for `key`, with `$1`… replaced. A missing key comes back as itself, to be seen. */
export function t(key: string, ...substitutions: (string | number)[]): string {
  const values = substitutions.map(String);
  if (own) {
    const entry = own.messages[key];
    if (!entry) return key;
    return entry.message.replace(/\$(\d)|\$\$/g, (all, digit: string | undefined) =>
      digit ? (values[Number(digit) - 1] ?? "") : all.slice(1),
    );
  }
  return i18n()?.getMessage(key, values) || key;
}

/** The words for a number of things: key `<key>_one`, `<key>_other` by the language's plural rule. */
export function tn(key: string, count: number, ...more: (string | number)[]): string {
  const rule = speakers().plural.select(count) === "one" ? "one" : "other";
  return t(`${key}_${rule}`, number(count), ...more);
}

/** A whole number in the manner of the interface's language. */
export function number(value: number): string {
  return speakers().format.format(value);
}

function speakers() {
  const now = language();
  if (numbers?.language !== now) {
    numbers = { language: now, format: new Intl.NumberFormat(now), plural: new Intl.PluralRules(now) };
  }
  return numbers;
}

function i18n(): I18n | undefined {
  const scope = globalThis as { browser?: { i18n?: I18n }; chrome?: { i18n?: I18n } };
  return scope.browser?.i18n ?? scope.chrome?.i18n;
}
