import "server-only";
import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations, organisationInvitations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import type { StoredText } from "@/db/stored";
import { mayAct } from "@/lib/core/auth/standing";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { rewriteSearch } from "@/lib/members/main-organisation.mutations";
import { hasMainOrganisation, lockMembers } from "@/lib/members/main-organisation.queries";
import { readAccountOf, readNames } from "@/lib/members/person.queries";
import { invitationEvent, personEvent } from "./affiliation-event";
import { otherManagers, tellOfPeople } from "./notices";
import {
  canFindOrganisation,
  canHandOver,
  canLeave,
  canManagePeople,
  canRemovePerson,
  canSetPosition,
  canStepDown,
  roleIn,
} from "./policy";
import { lockRoster, type Roster } from "./roster.queries";

type OfOrganisation = { organisationId: string };

/**
 * Makes an active member a person of an organisation whose row the caller has locked: their main one when they have
 * no other. Whoever belongs to it already at most becomes a manager. Throws `notActive`.
 */
export async function addPerson(
  tx: Transaction,
  actor: { accountId: string },
  input: { roster: Roster; memberId: string; role: AffiliationRole },
): Promise<void> {
  const { roster, memberId, role } = input;
  await lockMembers(tx, [memberId]);
  authorize(mayAct(await readAccountOf(tx, memberId)), "notActive");
  const before = roleIn({ memberId }, roster);
  if (before === role || before === "manager") return;
  const isMain = before === null && !(await hasMainOrganisation(tx, memberId));
  await tx
    .insert(affiliations)
    .values({ memberId, organisationId: roster.id, role, isMain })
    .onConflictDoUpdate({
      target: [affiliations.memberId, affiliations.organisationId],
      set: { role },
    });
  if (isMain) await rewriteSearch(tx, [memberId]);
  await record(tx, actor, personEvent("affiliation.added", memberId, roster, { role }));
  await endInvitation(tx, actor, input);
}

/** An invitation to their address that would make them no more than they are now waits for no answer. */
async function endInvitation(
  tx: Transaction,
  actor: { accountId: string },
  { roster, memberId, role }: Parameters<typeof addPerson>[2],
): Promise<void> {
  const { id, email, organisationId, state, role: given } = organisationInvitations;
  const addresses = tx
    .select({ email: accounts.email })
    .from(accounts)
    .innerJoin(members, eq(members.accountId, accounts.id))
    .where(eq(members.id, memberId));
  const isTheirs = and(eq(organisationId, roster.id), inArray(email, addresses));
  const isNoMore = role === "manager" ? undefined : eq(given, role);
  const ended = await tx
    .update(organisationInvitations)
    .set({ state: "withdrawn" })
    .where(and(isTheirs, eq(state, "open"), isNoMore))
    .returning({ id });
  if (ended.length > 0) await record(tx, actor, invitationEvent("invitation.withdrawn", roster));
}

/** Says in up to three languages what the viewer does in an organisation of theirs. Throws `notFound`. */
export async function setPosition(
  tx: Transaction,
  viewer: Viewer,
  input: OfOrganisation & { position: StoredText },
): Promise<{ slug: string }> {
  const roster = await lockRoster(tx, input.organisationId);
  authorize(canSetPosition(viewer, roster) && isReadingMember(viewer));
  await tx
    .update(affiliations)
    .set({ position: input.position })
    .where(isOf(viewer.memberId, roster.id));
  await record(tx, viewer, personEvent("affiliation.position-set", viewer.memberId, roster));
  return roster;
}

/** Chooses which of one's organisations stands beside one's name. Throws `notFound`. */
export async function chooseMain(
  tx: Transaction,
  viewer: Viewer,
  input: OfOrganisation,
): Promise<{ slug: string }> {
  const roster = await lockRoster(tx, input.organisationId);
  authorize(canSetPosition(viewer, roster) && isReadingMember(viewer));
  await lockMembers(tx, [viewer.memberId]);
  await moveMain(tx, viewer.memberId, roster.id);
  await record(tx, viewer, personEvent("affiliation.main-chosen", viewer.memberId, roster));
  return roster;
}

/**
 * A manager makes another person of the organisation a manager and may become a person again in the same act.
 * Throws `notFound`, `moveNotAllowed`.
 */
export async function handOver(
  tx: Transaction,
  viewer: Viewer,
  input: OfOrganisation & { memberId: string; steppingDown: boolean },
): Promise<{ slug: string }> {
  const { memberId, steppingDown } = input;
  const roster = await lockRoster(tx, input.organisationId);
  authorize(canManagePeople(viewer, roster));
  authorize(canHandOver(viewer, roster, memberId), "moveNotAllowed");
  await setRole(tx, memberId, roster.id, "manager");
  if (steppingDown) await setRole(tx, viewer.memberId, roster.id, "person");
  const data = { role: "manager", steppingDown };
  const about = await readNames(tx, viewer.memberId);
  await record(tx, viewer, personEvent("affiliation.handed-over", memberId, roster, data), {
    tell: tellOfPeople(roster, { people: { manager: { memberId } }, about }),
  });
  return roster;
}

/** A manager becomes a person again. Throws `notFound`, `lastManager`. */
export async function stepDown(
  tx: Transaction,
  viewer: Viewer,
  input: OfOrganisation,
): Promise<{ slug: string }> {
  const roster = await lockRoster(tx, input.organisationId);
  authorize(canManagePeople(viewer, roster));
  authorize(canStepDown(viewer, roster), "lastManager");
  await setRole(tx, viewer.memberId, roster.id, "person");
  await record(tx, viewer, personEvent("affiliation.stepped-down", viewer.memberId, roster));
  return roster;
}

/**
 * Leaves an organisation; the managers who stay are told. `isEmpty` says that nobody active is left, so that it can be
 * claimed, `isFound` that the viewer still finds it. Throws `notFound`, `lastManager`.
 */
export async function leaveOrganisation(
  tx: Transaction,
  viewer: Viewer,
  input: OfOrganisation,
): Promise<{ slug: string; isEmpty: boolean; isFound: boolean }> {
  const roster = await lockRoster(tx, input.organisationId);
  authorize(isReadingMember(viewer) && roleIn(viewer, roster) !== null);
  authorize(canLeave(viewer, roster), "lastManager");
  await endAffiliation(tx, viewer.memberId, roster.id);
  const managers = otherManagers(roster, viewer);
  const about = await readNames(tx, viewer.memberId);
  await record(tx, viewer, personEvent("affiliation.left", viewer.memberId, roster), {
    tell: tellOfPeople(roster, { people: { managers }, about }),
  });
  const left = without(viewer, roster);
  const isEmpty = !left.people.some(({ isActive }) => isActive);
  return { slug: roster.slug, isEmpty, isFound: canFindOrganisation(viewer, left) };
}

/** A manager takes a person off the organisation; they are told. Throws `notFound`, `moveNotAllowed`. */
export async function removePerson(
  tx: Transaction,
  viewer: Viewer,
  input: OfOrganisation & { memberId: string },
): Promise<{ slug: string }> {
  const { memberId } = input;
  const roster = await lockRoster(tx, input.organisationId);
  authorize(canManagePeople(viewer, roster));
  authorize(canRemovePerson(viewer, roster, memberId), "moveNotAllowed");
  await endAffiliation(tx, memberId, roster.id);
  const told = { people: { person: { memberId } }, to: `/organisations/${roster.slug}` };
  await record(tx, viewer, personEvent("affiliation.removed", memberId, roster), {
    tell: tellOfPeople(roster, told),
  });
  return roster;
}

const without = (viewer: Viewer, { people, ...roster }: Roster): Roster => ({
  ...roster,
  people: people.filter(({ memberId }) => memberId !== viewer.memberId),
});

const isOf = (memberId: string, organisationId: string) =>
  and(eq(affiliations.memberId, memberId), eq(affiliations.organisationId, organisationId));

async function setRole(
  tx: Transaction,
  memberId: string,
  organisationId: string,
  role: AffiliationRole,
): Promise<void> {
  await tx.update(affiliations).set({ role }).where(isOf(memberId, organisationId));
}

/** Ends an affiliation; the oldest of those left takes the place of a main one. */
async function endAffiliation(tx: Transaction, memberId: string, organisationId: string) {
  await lockMembers(tx, [memberId]);
  await tx.delete(affiliations).where(isOf(memberId, organisationId));
  if (!(await hasMainOrganisation(tx, memberId))) {
    const [next] = await tx
      .select({ organisationId: affiliations.organisationId })
      .from(affiliations)
      .where(eq(affiliations.memberId, memberId))
      .orderBy(asc(affiliations.createdAt), asc(affiliations.organisationId))
      .limit(1);
    if (next) return moveMain(tx, memberId, next.organisationId);
  }
  await rewriteSearch(tx, [memberId]);
}

async function moveMain(tx: Transaction, memberId: string, organisationId: string) {
  const own = eq(affiliations.memberId, memberId);
  // The old one first: the index allows one main affiliation at any moment.
  await tx
    .update(affiliations)
    .set({ isMain: false })
    .where(and(own, ne(affiliations.organisationId, organisationId)));
  await tx.update(affiliations).set({ isMain: true }).where(isOf(memberId, organisationId));
  await rewriteSearch(tx, [memberId]);
}
