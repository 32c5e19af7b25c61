import {
  type HeritageSource,
  heritageSources,
  institutions,
  keyFigures,
  timeline,
} from "@/db/reference/heritage";
import type { StoredSource } from "@/db/stored";
import { LOCALES } from "@/lib/core/i18n/locales";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { HeritageItem } from "./heritage-item";

const SOURCES = new Map(heritageSources.map((source) => [source.slug, source]));

/** The published twin of the founding document, word for word: the one a reader can open. */
export const FOUNDING_ADDRESS = SOURCES.get("seed")?.url ?? "";

const COPIES = new Set(heritageSources.filter(({ isCopy }) => isCopy).map(({ url }) => url));

/** Found on another site than its publisher's, to which no reader is sent. */
export const isCopy = (address: string) => COPIES.has(address);

const NOTHING = {
  ...{ originalLocale: "fr" as const, starts: null, ends: null, isAbout: false },
  ...{ figure: {}, story: {}, differs: {} },
};

/** What every club begins with: the dates, institutions and figures of the reference data, in its order. */
export function foundingItems(): HeritageItem[] {
  return [
    ...timeline.map(({ slug, title, text: story, differs = {}, date, ...rest }) => ({
      ...NOTHING,
      ...{ slug, part: "date", title, story, differs },
      ...{ starts: date.start, ends: date.end, isAbout: date.precision === "approximate" },
      ...shared(rest),
    })),
    ...institutions.map(({ slug, name: title, role: story = {}, sources }) => ({
      ...NOTHING,
      ...{ slug, part: "institution", title, story },
      ...shared({
        ...{ sources, status: "verified", leadsTo: `/organisations/${slug}` },
        fromSeed: sources.includes("seed"),
      }),
    })),
    ...keyFigures.map(({ slug, label: title, differs = {}, asOf, others = [], ...rest }) => {
      const [starts = asOf, ends = null] = asOf.split("–");
      return {
        ...NOTHING,
        ...{ slug, part: "figure", title, differs, starts, ends },
        figure: valueWords(rest),
        ...shared(rest),
        // Who counted otherwise does not say so.
        sources: [...sourcesOf(rest.sources), ...sourcesOf(others)],
      };
    }),
  ];
}

type Shared = { sources: string[]; status: string; fromSeed: boolean; leadsTo: string | null };

const shared = ({ sources, status, fromSeed, leadsTo }: Shared) => ({
  ...{ fromSeed, leadsTo, status },
  sources: sourcesOf(sources),
});

/** A figure with its caution in each language: `over 5,000`. */
const valueWords = ({ value, qualifier }: { value: number; qualifier: string }) =>
  Object.fromEntries(
    LOCALES.map((locale) => {
      const t = getTranslator(locale, "heritage");
      return [locale, t("value", { qualifier, value: formatNumber(value, locale) })];
    }),
  );

/** Each address once; a source a reader can open comes first, then an encyclopedia, the founding document, a copy. */
export function sourcesOf(slugs: readonly string[]): StoredSource[] {
  const found = slugs.flatMap((slug) => SOURCES.get(slug) ?? []);
  const once = new Map(found.map((source) => [source.url, source]));
  return [...once.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ title, url, date, openedOn }) => ({
      title: date && !title.includes(yearOf(date)) ? `${title}, ${yearOf(date)}` : title,
      ...{ url, opened: openedOn },
    }));
}

const yearOf = (date: string) => (date.includes("–") ? date : date.slice(0, 4));

function rank({ slug, url }: HeritageSource): number {
  if (isCopy(url)) return 3;
  if (url === FOUNDING_ADDRESS) return 2;
  return slug.startsWith("wiki") ? 1 : 0;
}
