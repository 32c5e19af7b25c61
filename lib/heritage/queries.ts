import "server-only";
import {
  cooperations,
  type HeritageSource,
  heritageSources,
  keyFigures,
  timeline,
} from "@/db/reference/heritage";
import type { Locale } from "@/lib/core/i18n/locales";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatHeritageDate } from "./heritage-dates";

/** `text` is the whole phrase: "Source: La Tribune, 2014". */
export type Source = { text: string; url: string | null };
export type Figure = { slug: string; value: string; label: string; source: Source };
export type HeritageEntry = {
  slug: string;
  date: string | null;
  title: string;
  text: string;
  source: Source;
};

/** The published twin of the founding text, word for word: the one a reader can open. */
const PUBLISHED_TWIN = "wc-lyon";

const SOURCES = new Map(heritageSources.map((source) => [source.slug, source]));

/** Every dated key figure with its source, in the reader's language. */
export function listKeyFigures(locale: Locale): Figure[] {
  const t = getTranslator(locale, "pages");
  return keyFigures.map((figure) => ({
    slug: figure.slug,
    value: t("figure", { qualifier: figure.qualifier, value: formatNumber(figure.value, locale) }),
    label: figure.label[locale],
    source: bestSource(figure.sources, locale, (source) =>
      t("asOf", { date: formatAsOf(figure.asOf, locale), source }),
    ),
  }));
}

/** The dates the founding text tells, which the story of the club leaves out nowhere. */
export const FOUNDING_DATES = timeline.filter(({ fromSeed }) => fromSeed).map(({ slug }) => slug);

/** The chosen entries of the timeline, oldest first, each with one source. */
export function listTimeline(locale: Locale, slugs: readonly string[]): HeritageEntry[] {
  const t = getTranslator(locale, "pages");
  return timeline
    .filter(({ slug }) => slugs.includes(slug))
    .map((entry) => ({
      slug: entry.slug,
      date: formatHeritageDate(entry.date, locale),
      title: entry.title[locale],
      text: entry.text[locale],
      source: bestSource(entry.sources, locale, (source) => t("source", { source })),
    }));
}

/** The co-operations, oldest first, and last those of which no source gives the year. */
export function listCooperations(locale: Locale): HeritageEntry[] {
  const t = getTranslator(locale, "pages");
  return cooperations
    .toSorted((a, b) => (a.since ?? "9999").localeCompare(b.since ?? "9999"))
    .map((one) => ({
      slug: one.slug,
      date: one.since && t("dates.since", { year: one.since.slice(0, 4) }),
      title: one.title[locale],
      text: one.text[locale],
      source: bestSource(one.sources, locale, (source) => t("source", { source })),
    }));
}

function formatAsOf(asOf: string, locale: Locale): string {
  const [start = asOf, end = null] = asOf.split("–");
  const precision = start.length === 7 ? "month" : "year";
  return formatHeritageDate({ start, end, precision }, locale);
}

/** A source a reader can open comes first, then an encyclopedia, the founding text, a copy of a page. */
function rank({ slug, title }: HeritageSource): number {
  if (title.includes("(web copy)")) return 3;
  if (slug === PUBLISHED_TWIN) return 2;
  return slug.startsWith("wiki") ? 1 : 0;
}

function bestSource(slugs: string[], locale: Locale, phrase: (name: string) => string): Source {
  const [best] = slugs
    .map((slug) => SOURCES.get(slug === "seed" ? PUBLISHED_TWIN : slug))
    .filter((source) => source !== undefined)
    .sort((a, b) => rank(a) - rank(b));
  if (!best) return { text: "", url: null };
  return { text: phrase(sourceName(best, locale)), url: rank(best) < 3 ? best.url : null };
}

/** Who published it and when; the few titles that are descriptions are translated. */
function sourceName(source: HeritageSource, locale: Locale): string {
  const t = getTranslator(locale, "pages");
  const [publisher = source.title] = source.title.replace(" (web copy)", "").split(" – ");
  const key = `sources.${source.slug}` as "sources.wc-lyon";
  const name = t.has(key) ? t(key) : publisher;
  const year = source.date?.includes("–") ? source.date : source.date?.slice(0, 4);
  return year ? t("sourceInYear", { name, year }) : name;
}
