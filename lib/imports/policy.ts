import type { MembershipStatus, Role } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { PROMISES } from "@/lib/core/i18n/promises";

/** An import can be taken back for so many hours. */
export const UNDO_HOURS = PROMISES.takeBackHours;

/** Administrators bring people in, one by one or by a file; the worker asks it again of whoever started an import. */
export function canBringIn<Person extends { role: Role; status: MembershipStatus }>(
  person: Person | null,
): person is Person {
  return person !== null && mayAct(person) && person.role === "administrator";
}
