import { expect, test } from "vitest";
import { indexPeople } from "./duplicates";
import { planRows } from "./plan";
import type { ImportedPerson } from "./schema";

const person = {
  ...{ familyName: "Vernoux", givenName: "Agathe", nameZh: "", email: "agathe@example.org" },
  ...{
    organisation: { fr: "Soierie Montbrelant" },
    jobTitle: {},
    locale: "fr",
    isNameProposed: false,
  },
  ...{ sectors: [], cities: [], joinedOn: null, category: null, duesPaidUntil: null },
} satisfies ImportedPerson;

const known = { ...person, nameZh: null, id: "known", organisations: [person.organisation] };

const actFor = (row: Partial<ImportedPerson>, chosen?: string) =>
  planRows([{ row: 7, person: { ...person, ...row } }], indexPeople([known]), {
    ...(chosen && { 7: chosen }),
  })[0]?.act;

const elsewhere = { email: "other@example.org" };
const nowhere = { ...elsewhere, organisation: {} };
const stranger = { ...elsewhere, familyName: "Perrin" };

test.each([
  ["somebody new", stranger, undefined, "new"],
  ["somebody new who is left out", stranger, "skip", "skip"],
  ["nobody to join", stranger, "join", "new"],
  ["one address", {}, undefined, "join"],
  ["one address is never two people", {}, "new", "join"],
  ["one name in one organisation", elsewhere, undefined, "join"],
  ["one name in one organisation, two people", elsewhere, "new", "new"],
  ["a name alone", nowhere, undefined, "new"],
  ["a name alone, one person", nowhere, "join", "join"],
])("%s", (_case, row, chosen, act) => {
  expect(actFor(row, chosen)).toBe(act);
});
