import type { MembershipStatus } from "@/db/enums";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import type { ImportedPerson } from "./schema";

/** What a file may fill of somebody the club knows, as it stands. */
export type Fillable = {
  status: MembershipStatus;
  paidUntil: string | null;
  nameZh: string | null;
  jobTitle: LocalizedText;
  sectors: string[];
  cities: string[];
  joinedOn: string | null;
  /** Whether they belong to an organisation. */
  isPlaced: boolean;
};

/**
 * What a row fills of what is empty of its person: columns with their values, until when they have `said` to have paid, and
 * whether they come to belong to the row's organisation where it `hasOrganisation`.
 */
export function fillingOf(member: Fillable, person: ImportedPerson, hasOrganisation: boolean) {
  const isPending = member.status === "pending";
  return {
    filled: {
      ...(!member.joinedOn && person.joinedOn && { joinedOn: person.joinedOn }),
      ...(isPending && profileGaps(member, person)),
    },
    said: member.paidUntil ? null : person.duesPaidUntil,
    isJoining: isPending && !member.isPlaced && hasOrganisation,
  };
}

/** Whether a row fills anything of its person. */
export function fillsAnything(member: Fillable, person: ImportedPerson): boolean {
  const hasOrganisation = Object.keys(person.organisation).length > 0;
  const { filled, said, isJoining } = fillingOf(member, person, hasOrganisation);
  return Object.keys(filled).length > 0 || Boolean(said) || isJoining;
}

function profileGaps(member: Fillable, person: ImportedPerson) {
  const { nameZh, jobTitle, sectors, cities } = person;
  return {
    ...(!member.nameZh && nameZh && { nameZh }),
    ...(Object.keys(member.jobTitle).length === 0 &&
      Object.keys(jobTitle).length > 0 && { jobTitle }),
    ...(member.sectors.length === 0 && sectors.length > 0 && { sectors }),
    ...(member.cities.length === 0 && cities.length > 0 && { cities }),
  };
}
