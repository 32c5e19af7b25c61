import { CATALOGUES } from "../core/i18n/catalogues";
import type { Locale } from "../core/i18n/locales";

type Words = Record<string, Record<string, string>>;

const wordsIn = (locale: Locale): Words => CATALOGUES[locale].admin.events;

/** Every event name that the catalogue knows (`project.submitted`), in its order. */
export const EVENT_NAMES: readonly string[] = Object.entries(wordsIn("en")).flatMap(
  ([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`),
);

/** An event in words of the reader's language; its name when the catalogue does not know it. */
export function eventWords(name: string, locale: Locale): string {
  const [noun = "", verb = ""] = name.split(".");
  return wordsIn(locale)[noun]?.[verb] ?? name;
}
