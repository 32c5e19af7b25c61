import { type Duplicate, findDuplicate, type KnownPeople } from "./duplicates";
import type { ImportedPerson } from "./schema";

/** What becomes of a row: somebody new, filled into somebody the club knows, or left out. */
export const IMPORT_ACTS = ["new", "join", "skip"] as const;
type ImportAct = (typeof IMPORT_ACTS)[number];

export type PlannedRow = {
  row: number;
  person: ImportedPerson;
  duplicate: Duplicate;
  act: ImportAct;
};

/**
 * What becomes of each checked row, by what the club team chose for it (by its number). Whoever shares an address, or a
 * name and an organisation, is joined unless they say otherwise; a name alone makes somebody new. Two people never have
 * one address.
 */
export function planRows(
  people: readonly { row: number; person: ImportedPerson }[],
  known: KnownPeople,
  choices: Readonly<Record<string, string>>,
): PlannedRow[] {
  return people.map(({ row, person }) => {
    const named = { ...person, organisations: [person.organisation] };
    const duplicate = findDuplicate(named, known);
    return { row, person, duplicate, act: actOf(duplicate, choices[row]) };
  });
}

function actOf(duplicate: Duplicate, chosen: string | undefined): ImportAct {
  if (duplicate.kind === "none") return chosen === "skip" ? "skip" : "new";
  if (chosen === "skip" || chosen === "join") return chosen;
  if (duplicate.kind === "exact") return "join";
  if (chosen === "new") return "new";
  return duplicate.reason === "nameAndOrganisation" ? "join" : "new";
}
