import "server-only";
import { cooperations } from "@/db/reference/heritage";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { foundingItems, sourcesOf } from "./founding-items";
import { formatHeritageDate } from "./heritage-dates";
import type { HeritageItem } from "./heritage-item";
import { firstSource, type NamedSource, valueWords } from "./heritage-view";

export type Figure = { slug: string; value: string; label: string; source: NamedSource };
export type HeritageEntry = {
  slug: string;
  date: string | null;
  title: string;
  text: string;
  source: NamedSource;
};

/** Every date, institution and figure, in their order. */
export const listHeritage = (): HeritageItem[] => foundingItems();

/** One of them by its address, or null. */
export const getHeritageItem = (slug: string): HeritageItem | null =>
  listHeritage().find((item) => item.slug === slug) ?? null;

/** Every dated key figure with its source, in the reader's language. */
export function listKeyFigures(locale: Locale): Figure[] {
  return listHeritage()
    .filter(({ part }) => part === "figure")
    .map((item) => ({
      slug: item.slug,
      value: valueWords(item, locale),
      label: wordsOf(item, locale).title,
      source: firstSource(item, locale, item.date ? formatHeritageDate(item.date, locale) : ""),
    }));
}

/** The chosen dates, oldest first, each with one source. */
export function listTimeline(locale: Locale, slugs: readonly string[]): HeritageEntry[] {
  return listHeritage()
    .filter(({ part, slug }) => part === "date" && slugs.includes(slug))
    .map((item) => ({
      slug: item.slug,
      date: item.date && formatHeritageDate(item.date, locale),
      ...wordsOf(item, locale),
      source: firstSource(item, locale),
    }));
}

const wordsOf = ({ title, text }: Pick<HeritageItem, "title" | "text">, locale: Locale) => ({
  title: pickText(title, locale)?.text ?? "",
  text: pickText(text, locale)?.text ?? "",
});

/** The co-operations, oldest first, and last those of which no source gives the year. */
export function listCooperations(locale: Locale): HeritageEntry[] {
  const t = getTranslator(locale, "heritage");
  return cooperations
    .toSorted((a, b) => (a.since ?? "9999").localeCompare(b.since ?? "9999"))
    .map((one) => ({
      slug: one.slug,
      date: one.since && t("dates.since", { year: one.since.slice(0, 4) }),
      ...wordsOf(one, locale),
      source: firstSource({ sources: sourcesOf(one.sources) }, locale),
    }));
}
