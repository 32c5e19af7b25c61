import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import type { RequestKind, RequestState } from "@/db/enums";
import { affiliationRequests } from "@/db/schema/affiliations";
import { mayAct, mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { PROMISES } from "@/lib/core/i18n/promises";
import { readAccountOf, readNames } from "@/lib/members/person.queries";
import { personEvent } from "./affiliation-event";
import { otherManagers, tellOfPeople } from "./notices";
import { addPerson } from "./people.mutations";
import {
  canClaim,
  canDecideRequest,
  canFindOrganisation,
  canJoin,
  canManagePeople,
  canWithdrawRequest,
  roleGiven,
} from "./policy";
import { lockRoster, type Roster } from "./roster.queries";

const ASKED_A_DAY = 10;

/**
 * Asks to become a person of an organisation (`join`) or to manage one that nobody manages (`claim`); its managers are
 * told. For a member, or for one who is just being admitted.
 * Throws `notFound`, `notActive`, `alreadyPerson`, `hasManager`, `alreadyAsked`, `askedRecently`, `askedTooOften`.
 */
export async function requestAffiliation(
  tx: Transaction,
  actor: { accountId: string; memberId: string },
  input: { organisationId: string; kind: RequestKind; words: string },
): Promise<{ slug: string }> {
  const { organisationId, kind, words } = input;
  const { memberId } = actor;
  const roster = await lockRoster(tx, organisationId);
  const { accountId, status } = await readAccountOf(tx, memberId);
  authorize(accountId === actor.accountId);
  authorize(mayAct({ status }), "notActive");
  const person = { memberId, status };
  authorize(canFindOrganisation(person, roster));
  if (kind === "join") authorize(canJoin(person, roster), "alreadyPerson");
  else authorize(canClaim(person, roster), "hasManager");
  await requireFirstAsked(tx, memberId, organisationId);
  await tx.insert(affiliationRequests).values({ organisationId, memberId, kind, words });
  const data = { request: kind };
  const told = { people: { managers: otherManagers(roster, actor) }, words };
  const about = await readNames(tx, memberId);
  await record(tx, actor, personEvent("affiliation.requested", memberId, roster, data), {
    tell: tellOfPeople(roster, { ...told, about }),
  });
  return roster;
}

/** Takes one's own open request back. Throws `notFound`, `alreadyDecided`. */
export async function withdrawRequest(
  tx: Transaction,
  viewer: Viewer,
  input: { requestId: string },
): Promise<{ slug: string }> {
  const { roster, request } = await lockRequest(tx, input.requestId);
  authorize(request.memberId === viewer.memberId && mayRead(viewer));
  authorize(canWithdrawRequest(viewer, request), "alreadyDecided");
  await closeRequest(tx, request.id, "withdrawn");
  await record(tx, viewer, personEvent("request.withdrawn", request.memberId, roster));
  return roster;
}

/**
 * Says yes: the asker becomes a person of the organisation, or its manager by a claim; other claims on it are closed
 * and their askers told. By a manager, or by the club team where there is none.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `requestWithdrawn`, `managersDecide`, `moveNotAllowed`, `notActive`.
 */
export async function acceptRequest(
  tx: Transaction,
  viewer: Viewer,
  input: { requestId: string },
): Promise<{ slug: string }> {
  const { roster, request } = await lockForDecision(tx, viewer, input.requestId);
  authorize(canDecideRequest(viewer, roster, request), "managersDecide");
  authorize(!roster.isHidden, "moveNotAllowed");
  const { id, memberId, kind } = request;
  const role = roleGiven(roster, request);
  await closeRequest(tx, id, "accepted", viewer);
  await addPerson(tx, viewer, { roster, memberId, role });
  const data = { request: kind, role };
  await record(tx, viewer, personEvent("request.accepted", memberId, roster, data), {
    tell: tellOfPeople(roster, { people: { [role]: { memberId } } }),
  });
  if (role === "manager") await closeOtherClaims(tx, viewer, roster);
  return roster;
}

/**
 * Says no; the asker reads the words, which the club team owes them.
 * Throws as `acceptRequest`, and `required` on `words` for the club team.
 */
export async function declineRequest(
  tx: Transaction,
  viewer: Viewer,
  input: { requestId: string; words: string },
): Promise<{ slug: string }> {
  const { words } = input;
  const { roster, request } = await lockForDecision(tx, viewer, input.requestId);
  authorize(canDecideRequest(viewer, roster, request), "managersDecide");
  const isByTeam = !canManagePeople(viewer, roster);
  if (isByTeam && words === "") throw new AppError("required", { field: "words" });
  await closeRequest(tx, request.id, "declined", viewer);
  const person = await readAccountOf(tx, request.memberId);
  const event = {
    ...personEvent("request.declined", request.memberId, roster, { request: request.kind }),
    personal: { accountId: person.accountId, facts: { words } },
  };
  const to = `/organisations/${roster.slug}`;
  await record(tx, viewer, event, {
    tell: tellOfPeople(roster, { people: { person }, words, to }),
  });
  return roster;
}

async function lockRequest(tx: Transaction, requestId: string) {
  const [found] = await tx
    .select({ organisationId: affiliationRequests.organisationId })
    .from(affiliationRequests)
    .where(eq(affiliationRequests.id, requestId));
  if (!found) throw new AppError("notFound");
  const roster = await lockRoster(tx, found.organisationId);
  const [request] = await tx
    .select({
      id: affiliationRequests.id,
      memberId: affiliationRequests.memberId,
      kind: affiliationRequests.kind,
      state: affiliationRequests.state,
    })
    .from(affiliationRequests)
    .where(eq(affiliationRequests.id, requestId))
    .for("no key update");
  if (!request) throw new AppError("notFound");
  return { roster, request };
}

async function lockForDecision(tx: Transaction, viewer: Viewer, requestId: string) {
  const { roster, request } = await lockRequest(tx, requestId);
  authorize(canManagePeople(viewer, roster) || isStaff(viewer));
  authorize(request.memberId !== viewer.memberId, "notOnYourself");
  authorize(request.state !== "withdrawn", "requestWithdrawn");
  authorize(request.state === "open", "alreadyDecided");
  return { roster, request };
}

async function closeRequest(
  tx: Transaction,
  id: string,
  state: RequestState,
  decider: Viewer | null = null,
): Promise<void> {
  await tx
    .update(affiliationRequests)
    .set({ state, decidedBy: decider?.accountId ?? null, decidedAt: sql`now()` })
    .where(and(eq(affiliationRequests.id, id), eq(affiliationRequests.state, "open")));
}

/** Whoever claimed too asks the new manager, if they still wish to. */
async function closeOtherClaims(tx: Transaction, viewer: Viewer, roster: Roster): Promise<void> {
  const closed = await tx
    .update(affiliationRequests)
    .set({ state: "declined", decidedBy: viewer.accountId, decidedAt: sql`now()` })
    .where(
      and(
        eq(affiliationRequests.organisationId, roster.id),
        eq(affiliationRequests.kind, "claim"),
        eq(affiliationRequests.state, "open"),
      ),
    )
    .returning({ memberId: affiliationRequests.memberId });
  for (const { memberId } of closed) {
    const data = { request: "claim" };
    await record(tx, viewer, personEvent("request.declined", memberId, roster, data), {
      tell: tellOfPeople(roster, { people: { overtaken: { memberId } } }),
    });
  }
}

/** One open request for each organisation, a month of quiet after a no, and only so many a day. */
async function requireFirstAsked(tx: Transaction, memberId: string, organisationId: string) {
  const [asked] = await tx
    .select({
      isOpen: sql<boolean>`bool_or(${isHere(organisationId)} and ${affiliationRequests.state} = 'open')`,
      isRecent: sql<boolean>`bool_or(${isHere(organisationId)} and ${affiliationRequests.state} = 'declined'
        and ${affiliationRequests.kind} = 'join'
        and ${affiliationRequests.decidedAt} > now() - make_interval(days => ${PROMISES.againDays}))`,
      today: sql<number>`(count(*) filter (where ${isWithinADay(affiliationRequests.createdAt)}))::int`,
    })
    .from(affiliationRequests)
    .where(eq(affiliationRequests.memberId, memberId));
  authorize(!asked?.isOpen, "alreadyAsked");
  authorize(!asked?.isRecent, "askedRecently");
  authorize((asked?.today ?? 0) < ASKED_A_DAY, "askedTooOften");
}

const isHere = (organisationId: string) => eq(affiliationRequests.organisationId, organisationId);
