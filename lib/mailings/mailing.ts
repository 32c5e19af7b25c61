import type { MailingKind } from "@/db/enums";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

/** The most that is written, in characters as people count them. */
export const MAILING_MAX = { subject: 80, body: 5000 };

/** How many letters leave in a minute. */
export const LETTERS_A_MINUTE = 60;

/** Whom a mailing is for: any of a kind, all of the kinds; an empty list is everybody. */
export type Selection = {
  categories: string[];
  cities: string[];
  sectors: string[];
  locales: string[];
};

export type MailingText = {
  kind: MailingKind;
  subject: LocalizedText;
  body: LocalizedText;
  locales: string[];
  shownUntil: string | null;
};

export type Gap = { locale: Locale; lacks: ("subject" | "body")[] };

const MAILED: readonly MailingKind[] = ["notice", "newsletter"];

/** Whether letters go out; an announcement is read on the site alone. */
export const isMailedOut = ({ kind }: { kind: MailingKind }): boolean => MAILED.includes(kind);

/**
 * The language a mailing was first written in: that of who began it, where there is something in it, else the first that holds
 * something; the `reader`'s while it is empty.
 */
export function originalOf(
  it: Pick<MailingText, "subject" | "body"> & { makerLocale: Locale },
  reader: Locale,
): Locale {
  const isWritten = (locale: Locale) => Boolean(it.subject[locale] || it.body[locale]);
  if (isWritten(it.makerLocale)) return it.makerLocale;
  return LOCALES.find(isWritten) ?? reader;
}

/**
 * What is still to be written: by language, what it lacks. A mailing to readers of some languages needs those alone; what
 * stands on the home page, which everybody reads in the language of the page, needs all three.
 */
export function listGaps({ subject, body, locales, shownUntil }: MailingText): Gap[] {
  const isNeeded = (locale: Locale) =>
    locales.length === 0 || shownUntil !== null || locales.includes(locale);
  return LOCALES.filter(isNeeded).flatMap((locale) => {
    const texts = { subject: subject[locale], body: body[locale] };
    const lacks = (["subject", "body"] as const).filter((part) => !texts[part]);
    return lacks.length > 0 ? [{ locale, lacks: [...lacks] }] : [];
  });
}
