import "server-only";
import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import {
  introductionAnswers,
  introductionPassings,
  introductions,
} from "@/db/schema/introductions";
import { memberBlocks, members } from "@/db/schema/members";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { lockInterest } from "@/lib/interests/locking.queries";
import { withdrawInterest } from "@/lib/interests/mutations";
import { canWithdrawInterest, OPEN_STATES } from "@/lib/interests/policy";
import { declineKeptBack } from "@/lib/rooms/invitations.mutations";
import { lockAskedPerson } from "./asking.queries";
import { canBlockMember } from "./blocking.policy";
import { lockIntroduction } from "./locking.queries";
import { withdrawIntroduction } from "./mutations";
import { canWithdrawIntroduction } from "./policy";
import type { Reader } from "./sight.queries";

type Whom = { memberId: string };

/** Of the account that blocks: the trail shows it to nobody else (`PRIVATE_ACTS`). */
const event = (name: `member.${string}`, { accountId }: Viewer) => accountEvent(name, accountId);

/**
 * Nothing of what a member asks or answers reaches the viewer any more, who is never told: what waits turns to silence. What
 * the viewer has asked them is taken back. Neither is done where it would say who is behind a project or an answer without a
 * name. Blocked already, nothing changes. Throws `notFound`.
 */
export async function blockMember(
  tx: Transaction,
  viewer: Viewer,
  { memberId }: Whom,
): Promise<{ slug: string }> {
  authorize(isActiveMember(viewer));
  const person = await lockAskedPerson(tx, viewer, memberId);
  authorize(person !== null);
  authorize(canBlockMember(viewer, person));
  const kept = await tx
    .insert(memberBlocks)
    .values({ blockerId: viewer.memberId, blockedId: memberId })
    .onConflictDoNothing()
    .returning({ blockedId: memberBlocks.blockedId });
  if (kept.length === 0) return person;
  await silence(tx, viewer, memberId);
  await takeBack(tx, viewer, memberId);
  await record(tx, viewer, event("member.blocked", viewer));
  return person;
}

/** What a member sends reaches the viewer again from now on; what a block has kept back does not. Gives the slug of their page. Throws `notFound`. */
export async function unblockMember(
  tx: Transaction,
  viewer: Viewer,
  { memberId }: Whom,
): Promise<string> {
  authorize(canBlockMember(viewer, { memberId }));
  const ended = await tx
    .delete(memberBlocks)
    .where(and(eq(memberBlocks.blockerId, viewer.memberId), eq(memberBlocks.blockedId, memberId)))
    .returning({ blockedId: memberBlocks.blockedId });
  authorize(ended.length === 1);
  await declineKeptBack(tx, viewer, memberId);
  await record(tx, viewer, event("member.unblocked", viewer));
  const [person] = await tx
    .select({ slug: members.slug })
    .from(members)
    .where(eq(members.id, memberId));
  return person?.slug ?? "";
}

/** What they have asked or answered under their name and what waits. */
async function silence(tx: Transaction, { memberId }: Reader, from: string): Promise<void> {
  const { askedBy, asked } = introductions;
  const asking = and(eq(askedBy, from), eq(asked, memberId));
  for (const introductionId of await holdWaiting(tx, asking)) {
    await tx
      .insert(introductionAnswers)
      .values({ introductionId, answer: "blocked" })
      .onConflictDoNothing();
  }
  await tx
    .update(introductionPassings)
    .set({ answer: "not-passed" })
    .where(
      and(
        eq(introductionPassings.goBetween, memberId),
        isNull(introductionPassings.answer),
        sql`exists (select from introductions theirs
          where theirs.id = "introduction_passings"."introduction_id" and theirs.asked_by = ${from})`,
      ),
    );
  await tx
    .update(interests)
    .set({ isSilenced: true })
    .where(
      and(
        eq(interests.memberId, from),
        eq(interests.receivedBy, memberId),
        eq(interests.isNamed, true),
        inArray(interests.state, [...OPEN_STATES]),
      ),
    );
}

/** What the viewer has asked, and answered in projects whose owner is named. */
async function takeBack(tx: Transaction, viewer: Reader, from: string): Promise<void> {
  const day = today();
  const asking = and(eq(introductions.askedBy, viewer.memberId), eq(introductions.asked, from));
  for (const introductionId of await holdWaiting(tx, asking)) {
    const introduction = await lockIntroduction(tx, viewer, introductionId, day);
    if (canWithdrawIntroduction(viewer, introduction)) {
      await withdrawIntroduction(tx, viewer, { introductionId });
    }
  }
  const answers = await tx
    .select({ id: interests.id })
    .from(interests)
    .innerJoin(entries, eq(entries.id, interests.projectId))
    .where(
      and(
        eq(interests.memberId, viewer.memberId),
        eq(interests.receivedBy, from),
        eq(entries.ownerLevel, "members"),
        inArray(interests.state, [...OPEN_STATES]),
      ),
    )
    .orderBy(interests.id);
  for (const { id: interestId } of answers) {
    const interest = await lockInterest(tx, interestId);
    if (!canWithdrawInterest(viewer, interest)) continue;
    await withdrawInterest(tx, viewer, { interestId, version: interest.version, words: "" });
  }
}

/** Those that wait by their days, each held, by their keys. */
async function holdWaiting(tx: Transaction, which: ReturnType<typeof and>): Promise<string[]> {
  const rows = await tx
    .select({ id: introductions.id })
    .from(introductions)
    .where(and(which, gt(introductions.endsOn, today())))
    .orderBy(introductions.id)
    .for("no key update");
  return rows.map(({ id }) => id);
}
