import type { NameOrder } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { lettersOf } from "@/lib/core/text/fold";
import { nameKeys } from "@/lib/organisations/names";
import { simplified } from "@/lib/search/simplified";

/** Somebody as the club or a file names them. */
export type NamedPerson = {
  email: string;
  familyName: string;
  givenName: string;
  nameZh: string | null;
  /** The names of their organisations, each in its languages. */
  organisations: readonly LocalizedText[];
};

export type KnownPerson = NamedPerson & { id: string; nameOrder?: NameOrder | null };

/** Whether somebody is in the club already, and by what they are known (`imports.duplicates`). */
export type Duplicate =
  | { kind: "exact"; id: string; reason: "address" }
  | { kind: "likely"; id: string; reason: "nameAndOrganisation" | "name" }
  | { kind: "none" };

export type KnownPeople = {
  byAddress: Map<string, string>;
  byName: Map<string, { id: string; organisations: ReadonlySet<string> }[]>;
};

/** The people of the club as `findDuplicate` looks them up: once for a whole file. */
export function indexPeople(people: readonly KnownPerson[]): KnownPeople {
  const known: KnownPeople = { byAddress: new Map(), byName: new Map() };
  for (const person of people) {
    known.byAddress.set(person.email.toLowerCase(), person.id);
    const named = { id: person.id, organisations: organisationKeys(person) };
    for (const key of personKeys(person)) {
      const others = known.byName.get(key);
      if (others) others.push(named);
      else known.byName.set(key, [named]);
    }
  }
  return known;
}

/**
 * One address is one person. One name in either script is likely one where they share an organisation, or where one of them
 * names none; with two different organisations they are two people.
 */
export function findDuplicate(person: NamedPerson, known: KnownPeople): Duplicate {
  const id = known.byAddress.get(person.email.toLowerCase());
  if (id) return { kind: "exact", id, reason: "address" };
  const named = personKeys(person).flatMap((key) => known.byName.get(key) ?? []);
  if (named.length === 0) return { kind: "none" };
  const own = organisationKeys(person);
  const colleague = named.find(({ organisations }) =>
    [...own].some((key) => organisations.has(key)),
  );
  if (colleague) return { kind: "likely", id: colleague.id, reason: "nameAndOrganisation" };
  const lone = named.find(({ organisations }) => own.size === 0 || organisations.size === 0);
  return lone ? { kind: "likely", id: lone.id, reason: "name" } : { kind: "none" };
}

/** The Latin name whatever the order of its parts, and the Chinese one in simplified characters. */
function personKeys({ familyName, givenName, nameZh }: NamedPerson): string[] {
  const latin = [familyName, givenName].map(lettersOf);
  const chinese = simplified(nameZh ?? "").replace(/[\s·•・]/gu, "");
  return [latin.sort().join(" ").trim(), chinese].filter((key) => key !== "");
}

const organisationKeys = ({ organisations }: NamedPerson): ReadonlySet<string> =>
  new Set(
    organisations.flatMap((name) => nameKeys(LOCALES.flatMap((locale) => name[locale] ?? []))),
  );
