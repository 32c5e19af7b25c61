import type { StoredSource } from "@/db/stored";

/** Where something was read, and on which day last. */
export type Source = StoredSource;

/** Sources that an entry names at most, and empty rows that a form shows beside those it has. */
export const SOURCES_MAX = 12;
export const EMPTY_ROWS = 2;

export const SOURCE_PARTS = ["title", "url", "opened"] as const;

/** A row is sent as `title1`, `url1`, `opened1`; one left empty is none. */
export const partName = (part: (typeof SOURCE_PARTS)[number], row: number) => `${part}${row}`;
