import cooperation from "./heritage/cooperation.json";
import institutionList from "./heritage/institutions.json";
import figures from "./heritage/key-figures.json";
import sourceList from "./heritage/sources.json";
import timelineEntries from "./heritage/timeline.json";

type Words = { fr: string; en: string; zh: string };
type Sourced = { slug: string; sources: string[] };
/** Whether the founding text tells it, and whether others do: `verified`, `mixed`, `seed-only`. */
type Founding = { fromSeed: boolean; status: string };
/** What the sources do not agree on, and where it leads: an address of the portal. */
type Told = { differs?: Words; leadsTo: string | null };

/** A dated figure; `qualifier` is exact, about or more-than, `asOf` a year, a month or a span of years. */
export type KeyFigure = Sourced &
  Founding &
  Told & {
    value: number;
    qualifier: string;
    asOf: string;
    label: Words;
    /** Sources of other counts. */
    others?: string[];
  };

/** `date.start` and `date.end` are ISO dates cut to `date.precision`. */
export type TimelineEntry = Sourced &
  Founding &
  Told & {
    date: { start: string; end: string | null; precision: string };
    tags: string[];
    title: Words;
    text: Words;
  };

/** `since` is an ISO date, year or month; null when no source gives it. */
export type Cooperation = Sourced &
  Founding & {
    since: string | null;
    status: string;
    /** A slug of `cooperationKinds`. */
    kind: string;
    signed: string | null;
    renewed: string | null;
    lyonPartners: string[];
    chinaPartners: string[];
    title: Words;
    text: Words;
    note?: string;
  };

export type Institution = Sourced & {
  kind: string;
  place: string;
  name: Words;
  url: string | null;
  role?: Words;
};

/** `isCopy`: found on another site than that of whoever published it; `openedOn`: the day somebody last read it. */
export type HeritageSource = {
  slug: string;
  title: string;
  url: string;
  date: string | null;
  isCopy: boolean;
  openedOn: string;
};

export const keyFigures: readonly KeyFigure[] = figures.items;
export const timeline: readonly TimelineEntry[] = timelineEntries.items;
export const cooperations: readonly Cooperation[] = cooperation.items;
export const institutions: readonly Institution[] = institutionList.items;
export const heritageSources: readonly HeritageSource[] = sourceList.items;
