import type { EntryKind } from "@/db/enums";
import type { ReferenceList } from "@/db/reference/lists";
import type { Description } from "./description";

/** A kind of entry, as what all entries share knows it. */
export type Noun = {
  kind: EntryKind;
  fields: Description;
  /** Where its pages stand: `/projects`. */
  path: string;
  /** Why the club team refuses one. */
  refusals: ReferenceList;
};
