import type { LocalizedText } from "@/lib/core/i18n/localized-text";

export const PARTS = ["date", "institution", "figure"] as const;
export type Part = (typeof PARTS)[number];

export const PRECISIONS = ["century", "year-range", "year", "approximate", "month", "day"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Whether others than the founding document tell it: yes, in part, nobody. */
export const STATUSES = ["verified", "mixed", "seed-only"] as const;
export type Status = (typeof STATUSES)[number];

export const QUALIFIERS = ["exact", "about", "more-than"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/** A date as precise as its source; both ends are ISO dates cut to it, the second is there for spans alone. */
export type HeritageDate = { start: string; end: string | null; precision: Precision };

/** Where a claim can be read. `openedOn`: the day somebody last opened it by hand; null while nobody has. */
export type Source = {
  title: string;
  address: string;
  published: string | null;
  openedOn: string | null;
  /** Found on another site than its publisher's, to which no reader is sent. */
  isCopy: boolean;
};

/** A date, an institution or a figure of the century that the club comes from. */
export type HeritageItem = {
  slug: string;
  part: Part;
  title: LocalizedText;
  text: LocalizedText;
  /** On what its sources do not agree. */
  differs: LocalizedText;
  date: HeritageDate | null;
  figure: { value: number; qualifier: Qualifier } | null;
  status: Status;
  /** Whether the founding document tells it. */
  fromSeed: boolean;
  /** The one to be named first comes first. */
  sources: readonly Source[];
  /** The page of the portal where it lives on: `/organisations/nifc`. */
  leadsTo: string | null;
};
