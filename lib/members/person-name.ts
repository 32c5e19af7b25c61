import type { NameOrder } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { bothScripts } from "./member-card";

/** What the tables know of a person's name; the member's part is null for a club account without a profile. */
export type NameParts = {
  familyName: string | null;
  givenName: string | null;
  nameOrder: NameOrder | null;
  nameZh: string | null;
  displayName: LocalizedText | null;
};

/** Which name usually comes first of whoever writes in a language. */
export const usualNameOrder = (locale: Locale): NameOrder =>
  locale === "zh" ? "family-first" : "given-first";

/** What is asked or shown of a name in two scripts: a Chinese reader's begins with the one in characters. */
export const byScript = <One>(locale: Locale, latin: One[], chinese: One[]): One[] =>
  locale === "zh" ? [...chinese, ...latin] : [...latin, ...chinese];

/**
 * How a list of the club team names an account: both scripts when there are two, the reader's first; a club account by
 * its title; `""` when it is gone.
 */
export function personName(parts: NameParts, locale: Locale): string {
  const { familyName, givenName, nameOrder, nameZh, displayName } = parts;
  if (!familyName && !givenName && !nameZh) return pickText(displayName, locale)?.text ?? "";
  const names = {
    familyName: familyName ?? "",
    givenName: givenName ?? "",
    nameOrder: nameOrder ?? "given-first",
    nameZh,
  };
  return bothScripts(names, locale);
}
