import { ENTRY_KINDS, SUBJECT_TYPES, VERDICTS } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";
import { CATALOGUES } from "../core/i18n/catalogues";
import type { Locale } from "../core/i18n/locales";
import { reasonListOf } from "../moderation/reason-lists";

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

/** The list that words the reason kept with an event, by the facts beside it; null for one that gives none. */
export function reasonListIn(name: string, facts: object): ReferenceList | null {
  const [noun = "", past = ""] = name.split(".");
  if (noun === "content" || noun === "report") return "reasonsReport";
  if (noun === "interest") return "reasonsInterestDecline";
  const verdict = VERDICTS.find((one) => one === past);
  const subject = SUBJECT_TYPES.find((one) => one === noun);
  const kind = ENTRY_KINDS.find((one) => one === noun || `${one}Id` in facts) ?? null;
  return verdict && subject ? reasonListOf(verdict, subject, kind) : null;
}
