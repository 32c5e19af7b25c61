import type { EntryKind, TakenDownType } from "@/db/enums";
import type { Noun } from "../entries/noun";
import { NOUNS } from "./nouns";

/** What people call a thing that can be taken down. */
export type Called = TakenDownType | NonNullable<Noun["below"]>;

/** A thing by its kind, and by that of the entry it stands below, if any: members answer what another asks the club. */
export function calledAs(kind: TakenDownType, under: EntryKind | null): Called {
  const noun: Noun | null = under && NOUNS[under];
  return noun?.below ?? kind;
}
