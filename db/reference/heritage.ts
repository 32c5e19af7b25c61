import cooperation from "./heritage/cooperation.json";
import institutionList from "./heritage/institutions.json";
import figures from "./heritage/key-figures.json";
import sourceList from "./heritage/sources.json";
import timelineEntries from "./heritage/timeline.json";

type Words = { fr: string; en: string; zh: string };
type Sourced = { slug: string; sources: string[]; note?: string };
/** Whether the founding text tells it. */
type Founding = { fromSeed: boolean };

/** A dated figure; `qualifier` is exact, about or more-than, `asOf` a year, a month or a span of years. */
export type KeyFigure = Sourced & { value: number; qualifier: string; asOf: string; label: Words };

/** `date.start` and `date.end` are ISO dates cut to `date.precision`. */
export type TimelineEntry = Sourced &
  Founding & {
    date: { start: string; end: string | null; precision: string };
    status: string;
    tags: string[];
    title: Words;
    text: Words;
  };

/** `since` is an ISO date, year or month; null when no source gives it. */
export type Cooperation = Sourced &
  Founding & {
    since: string | null;
    status: string;
    lyonPartners: string[];
    chinaPartners: string[];
    title: Words;
    text: Words;
  };

export type Institution = Sourced & {
  kind: string;
  place: string;
  name: Words;
  url: string | null;
  role?: Words;
};

export type HeritageSource = {
  slug: string;
  title: string;
  url: string | null;
  date: string | null;
};

export const keyFigures: readonly KeyFigure[] = figures.items;
export const timeline: readonly TimelineEntry[] = timelineEntries.items;
export const cooperations: readonly Cooperation[] = cooperation.items;
export const institutions: readonly Institution[] = institutionList.items;
export const heritageSources: readonly HeritageSource[] = sourceList.items;
