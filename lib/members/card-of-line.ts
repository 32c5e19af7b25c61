import { readNames, readText, readWords } from "@/db/stored";
import { isLocale } from "@/lib/core/i18n/locales";
import type { MemberCardRow } from "./member-card";

/**
 * A row as a line carries it for all of its audience (`search.member_lines`); what is hidden from them is null, and what makes no
 * sense is as if it were not there.
 */
export function readCard(stored: unknown): MemberCardRow {
  const { slug = "", familyName = "", givenName = "", ...words } = readWords(stored);
  const parts = new Map<string, unknown>(Object.entries(stored ?? {}));
  const textOf = (name: string) => (parts.has(name) ? readText(parts.get(name)) : null);
  const namesOf = (name: string) => (parts.has(name) ? readNames(parts.get(name)) : null);
  return {
    ...{ slug, familyName, givenName },
    nameOrder: words.nameOrder === "family-first" ? "family-first" : "given-first",
    originalLocale: isLocale(words.originalLocale) ? words.originalLocale : "fr",
    nameZh: words.nameZh ?? null,
    portrait: words.portrait ?? null,
    jobTitle: textOf("jobTitle"),
    organisation: textOf("organisation"),
    languages: namesOf("languages"),
    sectors: namesOf("sectors"),
    cities: namesOf("cities"),
  };
}
