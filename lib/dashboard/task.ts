import type { Locale } from "@/lib/core/i18n/locales";
import { quoteText } from "@/lib/core/text/cut-text";

/** One thing that awaits somebody, with the place where it is done. */
export type Task = {
  kind:
    | "queue"
    | "invitation"
    | "request"
    | "interest"
    | "question"
    | "translation"
    | "outcome"
    | "act"
    | "place"
    | "changes"
    | "profile"
    | "name"
    | "organisation"
    | "activity"
    | "confirm"
    | "directory"
    | "stale"
    | "draft"
    | "more";
  href: string;
  title: string;
  text: string;
  /** What somebody asks, in their own words, cut; `lang` where it is known. */
  quote?: { words: string; lang?: Locale };
  /** How much of it is done, in per cent. */
  percent?: number;
  /** To be seen before everything else. */
  isPressing?: boolean;
  /** Done with one press, where it stands: the activity that is still right. */
  confirm?: { activityId: string; version: number };
};

/** A question as it is quoted in a list; nothing without words, as of somebody who was erased. */
export const quoteOf = (words: string | null, lang?: Locale): Pick<Task, "quote"> =>
  words?.trim() ? { quote: { words: quoteText(words), lang } } : {};
