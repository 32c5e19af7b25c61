import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isWithinADay } from "@/db/columns";
import type { InterestState } from "@/db/enums";
import { referenceItem } from "@/db/reference/lists";
import { interestMessages, interestMoves, interests } from "@/db/schema/interests";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { isBlockedBy } from "@/lib/members/blocked.queries";
import { openRoom } from "@/lib/rooms/mutations";
import { readAcceptedPerson } from "./accepted.queries";
import { interestEvent } from "./interest-event";
import { INTERESTS_A_DAY, INTERESTS_A_PROJECT } from "./interest-limits";
import { holdProject, type LockedInterest, lockInterest } from "./locking.queries";
import { acceptedBy, byLetter, proposal, tellOfInterest } from "./notices";
import {
  canAcceptInterest,
  canAnswerQuestion,
  canAskForMore,
  canDeclineInterest,
  canExpressInterest,
  canReviewInterest,
  canSeeInterest,
  canWithdrawInterest,
  interestRefusal,
} from "./policy";
import { belongsTo, lockApproach } from "./sending.queries";
import { findShownSectors } from "./shown.queries";

type InterestVersion = { interestId: string; version: number };

/** An answer says in the trail that it was given by the buttons of a mail, without signing in. */
type Answer = InterestVersion & { way?: "mail" };

const wayOf = ({ way }: Answer): Record<string, string> => (way ? { way } : {});

/**
 * Sends an expression of interest in a project; its owner is told, and not by whom unless the sender is `isNamed`. At
 * most five of a member wait for an answer, however many are sent at once; twenty are sent a day, three of them in one
 * project. Throws `notFound`, `notActive`, `interestMembersOnly`, `interestOwnProject`,
 * `interestOwnOrganisation`, `interestBlocked`, `interestProjectClosed`, `interestAlreadySent`, `interestEnded`, `interestPaused`,
 * `interestExpired`, `interestNotAccepted`, `interestFiveOpen`, `interestsADay`, `interestsAProject`, and
 * `notYourOrganisation` on its field.
 */
export async function sendInterest(
  tx: Transaction,
  viewer: Viewer,
  input: {
    projectId: string;
    organisationId: string | null;
    locale: Locale;
    cooperation: string;
    unclear: string;
    about: string;
    isNamed: boolean;
  },
): Promise<{ interestId: string }> {
  const { approach, sender } = await lockApproach(tx, viewer, input.projectId);
  const day = today();
  authorize(
    canExpressInterest(sender, approach, day),
    interestRefusal(sender, approach, day) ?? "notFound",
  );
  const { memberId } = sender;
  const isSentToday = and(eq(interests.memberId, memberId), isWithinADay(interests.createdAt));
  if ((await tx.$count(interests, isSentToday)) >= INTERESTS_A_DAY) {
    throw new AppError("interestsADay", { values: { most: INTERESTS_A_DAY } });
  }
  const isSentHere = and(isSentToday, eq(interests.projectId, input.projectId));
  if ((await tx.$count(interests, isSentHere)) >= INTERESTS_A_PROJECT) {
    throw new AppError("interestsAProject", { values: { most: INTERESTS_A_PROJECT } });
  }
  const { organisationId } = input;
  if (organisationId !== null && !(await belongsTo(tx, memberId, organisationId))) {
    throw new AppError("notYourOrganisation", { field: "organisationId" });
  }
  const [row] = await tx
    .insert(interests)
    .values({
      ...input,
      memberId,
      receivedBy: approach.ownerId,
      isSilenced: await isBlockedBy(tx, { memberId }, approach.ownerId),
      shownSectors: await findShownSectors(tx, memberId),
    })
    .returning({ id: interests.id });
  if (!row) throw new Error("no interest was made");
  const interest = await lockInterest(tx, row.id);
  await keepMove(tx, interest.id, "sent", viewer);
  await record(tx, viewer, interestEvent("interest.sent", interest), {
    tell: tellOfInterest(interest, { letter: () => proposal(interest) }),
  });
  return { interestId: interest.id };
}

/** The project's owner begins to read it. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export async function reviewInterest(tx: Transaction, viewer: Viewer, input: InterestVersion) {
  const interest = await lockOwn(tx, viewer, input);
  authorize(canReviewInterest(viewer, interest), "moveNotAllowed");
  await moveInterest(tx, viewer, interest, "under-review");
  await record(tx, viewer, interestEvent("interest.reviewed", interest));
}

/** The project's owner asks the sender a question, which stands in the thread. Throws as `reviewInterest`. */
export async function askForMore(
  tx: Transaction,
  viewer: Viewer,
  input: InterestVersion & { words: string },
): Promise<void> {
  const interest = await lockOwn(tx, viewer, input);
  authorize(canAskForMore(viewer, interest), "moveNotAllowed");
  await moveInterest(tx, viewer, interest, "more-info-asked");
  await keepWords(tx, viewer, interest, "question", input.words);
  await record(tx, viewer, interestEvent("interest.more-asked", interest), {
    tell: tellOfInterest(interest, input),
  });
}

/** The sender answers what was asked. Throws as `reviewInterest`. */
export async function answerQuestion(
  tx: Transaction,
  viewer: Viewer,
  input: InterestVersion & { words: string },
): Promise<void> {
  const interest = await lockOwn(tx, viewer, input);
  authorize(canAnswerQuestion(viewer, interest), "moveNotAllowed");
  await moveInterest(tx, viewer, interest, "under-review");
  await keepWords(tx, viewer, interest, "answer", input.words);
  const { words } = input;
  await record(tx, viewer, interestEvent("interest.answered", interest), {
    tell: tellOfInterest(interest, { words, letter: () => byLetter(interest) }),
  });
}

/**
 * The project's owner accepts: both now see who the other is, and the project's room is open to both. The mail to the
 * sender says who it is and how to reach them.
 * Throws as `reviewInterest`, and `interestSenderGone`, `interestProjectClosed`.
 */
export async function acceptInterest(
  tx: Transaction,
  viewer: Viewer,
  input: Answer,
): Promise<void> {
  await holdProject(tx, input.interestId);
  const interest = await lockOwn(tx, viewer, input);
  authorize(mayAct({ status: interest.senderStatus }), "interestSenderGone");
  authorize(interest.moderation === "published", "interestProjectClosed");
  authorize(canAcceptInterest(viewer, interest), "moveNotAllowed");
  await moveInterest(tx, viewer, interest, "accepted");
  const { projectId, ownerId, senderId } = interest;
  await openRoom(tx, viewer, {
    projectId,
    ownerMemberId: ownerId,
    partnerMemberId: senderId,
  });
  const person = await readAcceptedPerson(tx, ownerId);
  await record(tx, viewer, interestEvent("interest.accepted", interest, wayOf(input)), {
    tell: tellOfInterest(interest, person ? acceptedBy(person, interest.projectSlug) : {}),
  });
}

/**
 * The project's owner declines with a reason of `reasonsInterestDecline`; the sender reads it in their language.
 * Throws as `reviewInterest`, and on their fields `notInList`, `wordsNeeded`.
 */
export async function declineInterest(
  tx: Transaction,
  viewer: Viewer,
  input: Answer & { reasonCode: string; words: string },
): Promise<void> {
  const interest = await lockOwn(tx, viewer, input);
  authorize(canDeclineInterest(viewer, interest), "moveNotAllowed");
  const { reasonCode, words } = input;
  const reason = referenceItem("reasonsInterestDecline", reasonCode);
  if (!reason) throw new AppError("notInList", { field: "reasonCode" });
  if (reason.requiresText && words === "") throw new AppError("wordsNeeded", { field: "words" });
  await moveInterest(tx, viewer, interest, "declined", { reasonCode, words });
  const why = { reasonCode, ...wayOf(input) };
  await record(tx, viewer, interestEvent("interest.declined", interest, why), {
    tell: tellOfInterest(interest, { reasonCode, words }),
  });
}

/** The sender takes it back, with words or without. Throws as `reviewInterest`. */
export async function withdrawInterest(
  tx: Transaction,
  viewer: Viewer,
  input: InterestVersion & { words: string },
): Promise<void> {
  const interest = await lockOwn(tx, viewer, input);
  authorize(canWithdrawInterest(viewer, interest), "moveNotAllowed");
  const { words } = input;
  await moveInterest(tx, viewer, interest, "withdrawn", { words });
  await record(tx, viewer, interestEvent("interest.withdrawn", interest), {
    tell: tellOfInterest(interest, { words }),
  });
}

async function lockOwn(tx: Transaction, viewer: Viewer, input: InterestVersion) {
  const interest = await lockInterest(tx, input.interestId);
  authorize(canSeeInterest(viewer, interest));
  authorize(interest.version === input.version, "conflict");
  return interest;
}

type Why = { reasonCode?: string; words?: string };

async function moveInterest(
  tx: Transaction,
  viewer: Viewer,
  { id, version }: LockedInterest,
  state: InterestState,
  why: Why = {},
): Promise<void> {
  const moved = await tx
    .update(interests)
    .set({
      state,
      stateAt: sql`now()`,
      remindedDays: 0,
      version: version + 1,
      updatedAt: sql`now()`,
    })
    .where(and(eq(interests.id, id), eq(interests.version, version)))
    .returning({ id: interests.id });
  authorize(moved.length === 1, "conflict");
  await keepMove(tx, id, state, viewer, why);
}

async function keepMove(
  tx: Transaction,
  interestId: string,
  state: InterestState,
  { accountId }: Viewer,
  { reasonCode, words }: Why = {},
): Promise<void> {
  await tx.insert(interestMoves).values({
    interestId,
    state,
    movedBy: accountId,
    reasonCode: reasonCode ?? null,
    words: words || null,
  });
}

async function keepWords(
  tx: Transaction,
  { accountId: authorId }: Viewer,
  { id: interestId }: LockedInterest,
  kind: "question" | "answer",
  words: string,
): Promise<void> {
  await tx.insert(interestMessages).values({ interestId, authorId, kind, words });
}
