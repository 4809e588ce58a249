// The interface's words for pages outside an extension, from the same files.

import de from "../../../extension/_locales/de/messages.json";
import en from "../../../extension/_locales/en/messages.json";
import es from "../../../extension/_locales/es/messages.json";
import fr from "../../../extension/_locales/fr/messages.json";
import { type Messages, speakFrom } from "../../../extension/src/words";

const LANGUAGES: Record<string, Messages> = { en, de, es, fr };

export function speakAs(language: string): void {
  speakFrom(LANGUAGES[language] ?? en, language);
}
