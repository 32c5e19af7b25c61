import {
  type HeritageSource,
  heritageSources,
  institutions,
  keyFigures,
  timeline,
} from "@/db/reference/heritage";
import type {
  HeritageDate,
  HeritageItem,
  Precision,
  Qualifier,
  Source,
  Status,
} from "./heritage-item";

/** The published twin of the founding document, word for word: the one a reader can open. */
export const FOUNDING_ADDRESS = heritageSources.find(({ slug }) => slug === "seed")?.url ?? "";

const SOURCES = new Map(heritageSources.map((source) => [source.slug, source]));

const NOTHING = { differs: {}, date: null, figure: null };

/** What every club begins with: the dates, institutions and figures of the reference data, in its order. */
export function foundingItems(): HeritageItem[] {
  return [
    ...timeline.map(({ slug, title, text, differs = {}, date, ...rest }) => ({
      ...NOTHING,
      ...{ slug, part: "date" as const, title, text, differs },
      date: date as HeritageDate,
      ...shared(rest),
    })),
    ...institutions.map(({ slug, name, role = {}, sources }) => ({
      ...NOTHING,
      ...{ slug, part: "institution" as const, title: name, text: role },
      ...shared({
        ...{ sources, status: "verified", leadsTo: `/organisations/${slug}` },
        fromSeed: sources.includes("seed"),
      }),
    })),
    ...keyFigures.map(({ slug, label, differs = {}, asOf, value, qualifier, ...rest }) => ({
      ...{ slug, part: "figure" as const, title: label, text: {}, differs },
      date: dateOf(asOf),
      figure: { value, qualifier: qualifier as Qualifier },
      ...shared(rest),
    })),
  ];
}

type Shared = { sources: string[]; status: string; fromSeed: boolean; leadsTo: string | null };

const shared = ({ sources, status, fromSeed, leadsTo }: Shared) => ({
  ...{ fromSeed, leadsTo, status: status as Status },
  sources: sourcesOf(sources),
});

function dateOf(asOf: string): HeritageDate {
  const [start = asOf, end = null] = asOf.split("–");
  const single: Precision = start.length === 7 ? "month" : "year";
  return { start, end, precision: end ? "year-range" : single };
}

/** Each address once; a source a reader can open comes first, then an encyclopedia, the founding document, a copy. */
export function sourcesOf(slugs: readonly string[]): Source[] {
  const found = slugs.flatMap((slug) => SOURCES.get(slug) ?? []);
  const once = new Map(found.map((source) => [source.url, source]));
  return [...once.values()]
    .sort((a, b) => rank(a) - rank(b))
    .map(({ title, url: address, date: published, openedOn, isCopy }) => ({
      ...{ title, address, published, openedOn, isCopy },
    }));
}

function rank({ slug, url, isCopy }: HeritageSource): number {
  if (isCopy) return 3;
  if (url === FOUNDING_ADDRESS) return 2;
  return slug.startsWith("wiki") ? 1 : 0;
}
