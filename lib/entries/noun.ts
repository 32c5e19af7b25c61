import type { EntryKind } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";
import type { Description } from "./description";

/** A kind of entry, as what all entries share knows it. */
export type Noun = {
  kind: EntryKind;
  fields: Description;
  /** Why the club team refuses one. */
  refusals: ReferenceList;
};

/** Where the pages of each kind stand, without language. */
const ENTRY_PATHS: Record<EntryKind, string> = {
  project: "/projects",
  experience: "/experiences",
};

/** The page of an entry, without language. */
export const pageOf = ({ entryKind, slug }: { entryKind: EntryKind; slug: string }): string =>
  `${ENTRY_PATHS[entryKind]}/${slug}`;
