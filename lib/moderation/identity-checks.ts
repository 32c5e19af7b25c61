import type { MembershipStatus } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import { today } from "../core/dates";
import type { LocalizedText } from "../core/i18n/localized-text";
import { findIdentities, textsReadUnnamed } from "../projects/identifies-owner";
import type { ProjectContent } from "../projects/project";
import { isExpired } from "../projects/project-deadline";

export type IdentityCheck =
  | { id: "anonymous"; passed: true }
  | { id: "identifies"; passed: false; found: string }
  | { id: "deadline"; passed: false; deadline: string }
  | { id: "active" | "affiliated" | "earlier"; passed: boolean; count?: number };

type Owner = {
  familyName: string;
  givenName: string;
  nameZh: string | null;
  status: MembershipStatus;
};

/**
 * What the club team looks at before a decision: what is read without a name names nobody, the account is active and tied to an
 * organisation, how many earlier decisions went against the person, and that no deadline passed while it was waiting.
 */
export function checkIdentity(
  content: Pick<ProjectContent, "textLevel" | "ownerLevel"> & Partial<ProjectContent>,
  owner: Owner,
  organisation: LocalizedText | null,
  unfavourable: number,
): IdentityCheck[] {
  const named = { ...owner, organisations: organisation ? [organisation] : [], contacts: [] };
  const read = textsReadUnnamed(content).map((field) => [field, content[field]]);
  const identified = findIdentities(Object.fromEntries(read), named);
  const { deadline = null } = content;
  const isOver = deadline !== null && isExpired({ deadline }, today());
  return [
    identified.length > 0
      ? { id: "identifies", passed: false, found: identified.map(({ found }) => found).join(" · ") }
      : { id: "anonymous", passed: true },
    ...(isOver ? [{ id: "deadline", passed: false, deadline } as const] : []),
    ...checkStanding(owner, organisation, unfavourable),
  ];
}

/** The same of what says whose it is. */
export function checkStanding(
  owner: Pick<Owner, "status">,
  organisation: LocalizedText | null,
  unfavourable: number,
): IdentityCheck[] {
  return [
    { id: "active", passed: mayAct(owner) },
    { id: "affiliated", passed: organisation !== null },
    { id: "earlier", passed: unfavourable === 0, count: unfavourable },
  ];
}
