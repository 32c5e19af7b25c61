import { type ReferenceList, referenceItem, referenceLabel } from "@/db/reference/lists";
import type { Locale } from "../i18n/locales";
import { type LocalizedText, pickText } from "../i18n/localized-text";

/**
 * One thing that a notice tells, kept without a language so that it can be read in any: a code, a path or what somebody
 * wrote, as it is; a text in several languages; the sentence or the label that a list has for a code.
 */
export type Fact =
  | string
  /** `member`: whose name it is. */
  | { text: LocalizedText; original?: Locale; member?: string }
  | { reason: string; list: ReferenceList }
  | { label: string; list: ReferenceList };

/** What a notice tells, by the placeholders of its words in `mails.kinds`. */
export type Facts = Readonly<Record<string, Fact>>;

/** What facts say in the language of their reader; `""` for a text that nobody wrote and a code no list holds. */
export function readFacts(facts: Facts, locale: Locale): Record<string, string> {
  const entries = Object.entries(facts).map(([key, fact]) => [key, readFact(fact, locale)]);
  return Object.fromEntries(entries);
}

function readFact(fact: Fact, locale: Locale): string {
  if (typeof fact === "string") return fact;
  if ("text" in fact) return pickText(fact.text, locale, fact.original)?.text ?? "";
  if ("label" in fact) return referenceLabel(fact.list, fact.label, locale);
  return referenceItem(fact.list, fact.reason)?.message?.[locale] ?? "";
}

/** As a fact, what several things are called, a line each; of very many the first. */
export const titlesFact = (
  all: readonly { title: LocalizedText; originalLocale: Locale }[],
  untitled: (locale: Locale) => string,
): Fact =>
  inEachLanguage((locale) =>
    [
      ...all
        .slice(0, MOST_TITLES)
        .map((one) => pickText(one.title, locale, one.originalLocale)?.text ?? untitled(locale))
        .map((title) => `– ${title}`),
      ...(all.length > MOST_TITLES ? ["…"] : []),
    ].join("\n"),
  );

const MOST_TITLES = 20;

/** As a fact, what the portal says in each language: how a person is called (with their key), a day, a name of a language. */
export const inEachLanguage = (say: (locale: Locale) => string, member?: string): Fact => ({
  text: { fr: say("fr"), en: say("en"), zh: say("zh") },
  ...(member && { member }),
});
