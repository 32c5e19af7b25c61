import "server-only";
import { and, asc, eq, not, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import type { AffiliationRole, RequestState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import {
  affiliationRequests,
  affiliations,
  organisationInvitations,
} from "@/db/schema/affiliations";
import { auditEvents } from "@/db/schema/audit";
import { members } from "@/db/schema/members";
import { holdTurn } from "@/db/turn";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { PROMISES } from "@/lib/core/i18n/promises";
import type { NamedMember } from "@/lib/members/member-card";
import { readNames } from "@/lib/members/person.queries";
import { invitationEvent, personEvent } from "./affiliation-event";
import { tellOfPeople } from "./notices";
import { addPerson } from "./people.mutations";
import {
  canAcceptInvitation,
  canDeclineInvitation,
  canManagePeople,
  isStanding,
  managersOf,
} from "./policy";
import { isInvitationStanding } from "./queries";
import { lockRoster, type Roster } from "./roster.queries";

/** From one organisation, and from one manager wherever they invite. */
const SENT_A_DAY = 20;

type Locked = Awaited<ReturnType<typeof lockInvitation>>;

/**
 * Mails a colleague a link, in the language given, to join an organisation the viewer manages; it is valid for 30 days.
 * Whether the address has an account changes nothing.
 * Throws `notFound`, `tooManyInvitations`, and on `email`: `inviteYourself`, `alreadyColleague`, `alreadyInvited`.
 */
export async function inviteColleague(
  tx: Transaction,
  viewer: Viewer,
  input: { organisationId: string; email: string; locale: Locale; role: AffiliationRole },
): Promise<{ slug: string }> {
  const { organisationId, email, locale, role } = input;
  const roster = await lockRoster(tx, organisationId);
  authorize(canManagePeople(viewer, roster));
  authorize(!roster.isHidden, "moveNotAllowed");
  await requireInvitable(tx, viewer, roster, email);
  await requireQuota(tx, viewer);
  const token = newToken();
  await tx.insert(organisationInvitations).values({
    organisationId,
    email,
    locale,
    role,
    invitedBy: viewer.memberId,
    tokenHash: hashToken(token),
    expiresAt: sql`now() + make_interval(days => ${PROMISES.invitationDays})`,
  });
  const told = {
    people: { invited: { address: email, locale, name: "" } },
    about: await readNames(tx, viewer.memberId),
    to: `/invitation?token=${token}`,
    role,
  };
  await record(tx, viewer, invitationEvent("invitation.sent", roster, { role, locale }), {
    tell: tellOfPeople(roster, told),
  });
  return roster;
}

/** A manager takes an open invitation back: its link no longer works. Throws `notFound`, `alreadyDecided`. */
export async function withdrawInvitation(
  tx: Transaction,
  viewer: Viewer,
  input: { invitationId: string },
): Promise<{ slug: string }> {
  const { id, state, roster } = await lockInvitation(tx, input);
  authorize(canManagePeople(viewer, roster));
  authorize(state === "open", "alreadyDecided");
  await closeInvitation(tx, id, "withdrawn");
  await record(tx, viewer, invitationEvent("invitation.withdrawn", roster));
  return roster;
}

/**
 * Says yes to an invitation (of a mailed link, or by its id), as the member whose account has the invited address.
 * Throws `linkExpired`, `otherAddress`, `notActive`.
 */
export async function acceptInvitation(
  tx: Transaction,
  viewer: Viewer,
  input: { token: string } | { invitationId: string },
): Promise<{ slug: string }> {
  const invitation = await lockInvitation(tx, input);
  const person = { memberId: viewer.memberId, ...(await readAccount(tx, viewer)) };
  authorize(isStanding(invitation), "linkExpired");
  authorize(person.email === invitation.email, "otherAddress");
  authorize(canAcceptInvitation(person, invitation) && viewer.memberId !== null, "notActive");
  await join(tx, viewer, invitation, viewer.memberId);
  await record(tx, viewer, invitationEvent("invitation.accepted", invitation.roster), {
    tell: tellInviter(invitation, await readNames(tx, viewer.memberId)),
  });
  return invitation.roster;
}

/**
 * Says no to the invitation of a mailed link; with or without an account. Throws `linkExpired`, `otherAddress`.
 */
export async function declineInvitation(
  tx: Transaction,
  viewer: Viewer | null,
  input: { token: string },
): Promise<void> {
  const invitation = await lockInvitation(tx, input);
  const person = viewer && (await readAccount(tx, viewer));
  authorize(isStanding(invitation), "linkExpired");
  authorize(canDeclineInvitation(person, invitation), "otherAddress");
  await closeInvitation(tx, invitation.id, "declined", viewer?.memberId);
  await record(tx, viewer, invitationEvent("invitation.declined", invitation.roster), {
    tell: tellInviter(invitation),
  });
}

/**
 * The club team admits somebody who was invited: they become a person of the organisations that wait for their
 * address, or only of the one given. Gives the organisations joined. Throws `notFound`, `notActive`.
 */
export async function acceptInvitationOnApproval(
  tx: Transaction,
  viewer: Viewer,
  input: { email: string; memberId: string; organisationId?: string },
): Promise<string[]> {
  const { email, memberId, organisationId } = input;
  authorize(isStaff(viewer));
  const { id, organisationId: ofOrganisation, email: address } = organisationInvitations;
  const waiting = await tx
    .select({ id, organisationId: ofOrganisation })
    .from(organisationInvitations)
    .where(
      and(
        eq(address, email),
        eq(organisationInvitations.state, "open"),
        organisationId ? eq(ofOrganisation, organisationId) : undefined,
      ),
    )
    .orderBy(asc(ofOrganisation));
  const joined: string[] = [];
  for (const { id: invitationId } of waiting) {
    const invitation = await lockInvitation(tx, { invitationId });
    if (!isStanding(invitation)) continue;
    await join(tx, viewer, invitation, memberId);
    await record(tx, viewer, invitationEvent("invitation.accepted", invitation.roster), {
      tell: tellInviter(invitation, await readNames(tx, memberId)),
    });
    joined.push(invitation.roster.id);
  }
  return joined;
}

/** Makes the invited one a person and closes what they had asked for themselves. */
async function join(
  tx: Transaction,
  actor: Viewer,
  { id, role, roster }: Locked,
  memberId: string,
) {
  await closeInvitation(tx, id, "accepted", memberId);
  await addPerson(tx, actor, { roster, memberId, role });
  const closed = await tx
    .update(affiliationRequests)
    .set({ state: "withdrawn", decidedAt: sql`now()` })
    .where(
      and(
        eq(affiliationRequests.organisationId, roster.id),
        eq(affiliationRequests.memberId, memberId),
        eq(affiliationRequests.kind, "join"),
        eq(affiliationRequests.state, "open"),
      ),
    )
    .returning({ id: affiliationRequests.id });
  if (closed.length > 0)
    await record(tx, actor, personEvent("request.withdrawn", memberId, roster));
}

/** Locks the organisation, then the invitation found by its id or its secret. Throws `notFound`, `linkExpired`. */
async function lockInvitation(tx: Transaction, by: { invitationId: string } | { token: string }) {
  const isIt =
    "token" in by
      ? eq(organisationInvitations.tokenHash, hashToken(by.token))
      : eq(organisationInvitations.id, by.invitationId);
  const [found] = await tx
    .select({ organisationId: organisationInvitations.organisationId })
    .from(organisationInvitations)
    .where(isIt);
  if (!found) throw new AppError("token" in by ? "linkExpired" : "notFound");
  const roster = await lockRoster(tx, found.organisationId);
  const [invitation] = await tx
    .select({
      id: organisationInvitations.id,
      email: organisationInvitations.email,
      role: organisationInvitations.role,
      state: organisationInvitations.state,
      invitedBy: organisationInvitations.invitedBy,
      isLiving: sql<boolean>`${organisationInvitations.expiresAt} > now()`,
    })
    .from(organisationInvitations)
    .where(isIt)
    .for("no key update");
  if (!invitation) throw new AppError("linkExpired");
  const { invitedBy } = invitation;
  const isVouched = managersOf(roster).some(({ memberId }) => memberId === invitedBy);
  return { ...invitation, roster, isVouched: isVouched && !roster.isHidden };
}

async function closeInvitation(
  tx: Transaction,
  id: string,
  state: RequestState,
  memberId: string | null = null,
): Promise<void> {
  await tx
    .update(organisationInvitations)
    .set({ state, memberId, answeredAt: sql`now()` })
    .where(and(eq(organisationInvitations.id, id), eq(organisationInvitations.state, "open")));
}

async function readAccount(tx: Transaction, { accountId }: Viewer) {
  const [account] = await tx
    .select({ email: accounts.email, status: accounts.status })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  if (!account) throw new AppError("notFound");
  return account;
}

/** Whoever invited still manages the organisation: otherwise nobody could have answered. */
const tellInviter = ({ roster, invitedBy, email }: Locked, about?: NamedMember) =>
  tellOfPeople(roster, {
    people: { inviter: { memberId: invitedBy } },
    about,
    address: email,
  });

/** An invitation that nobody can answer any more gives its place to the next. */
async function requireInvitable(
  tx: Transaction,
  viewer: Viewer,
  roster: Roster,
  email: string,
): Promise<void> {
  const { id: organisationId } = roster;
  const refuse = (code: "inviteYourself" | "alreadyColleague" | "alreadyInvited") => {
    throw new AppError(code, { field: "email" });
  };
  if ((await readAccount(tx, viewer)).email === email) refuse("inviteYourself");
  const [colleague] = await tx
    .select({ memberId: affiliations.memberId })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(affiliations.organisationId, organisationId), eq(accounts.email, email)));
  if (colleague) refuse("alreadyColleague");
  const isHere = eq(organisationInvitations.organisationId, organisationId);
  const { createdAt, state } = organisationInvitations;
  const fallen = await tx
    .update(organisationInvitations)
    .set({ state: "withdrawn" })
    .where(and(isHere, eq(state, "open"), not(isInvitationStanding)))
    .returning({ id: organisationInvitations.id });
  for (const _ of fallen) await record(tx, null, invitationEvent("invitation.withdrawn", roster));
  const [sent] = await tx
    .select({
      isWaiting: sql<boolean>`coalesce(bool_or(${state} = 'open' and ${organisationInvitations.email} = ${email}), false)`,
      today: sql<number>`(count(*) filter (where ${isWithinADay(createdAt)}))::int`,
    })
    .from(organisationInvitations)
    .where(isHere);
  if (sent?.isWaiting) refuse("alreadyInvited");
  authorize((sent?.today ?? 0) < SENT_A_DAY, "tooManyInvitations");
}

/** What a manager sent today is counted by its events, which outlive a removed organisation; two at once wait. */
async function requireQuota(tx: Transaction, { accountId }: Viewer): Promise<void> {
  await holdTurn(tx, `invitations:${accountId}`);
  const { actorId, name, createdAt } = auditEvents;
  const isToday = isWithinADay(createdAt);
  const sent = await tx.$count(
    auditEvents,
    and(eq(actorId, accountId), eq(name, "invitation.sent"), isToday),
  );
  authorize(sent < SENT_A_DAY, "tooManyInvitations");
}
