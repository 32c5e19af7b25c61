import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PassingAnswer } from "@/db/enums";
import { introductionAnswers, introductionPassings } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { isBlockedBy } from "@/lib/members/blocked.queries";
import { readNames } from "@/lib/members/person.queries";
import { type LockedIntroduction, lockIntroduction } from "./locking.queries";
import { passedOn, tellOfIntroduction } from "./notices";
import {
  canKeepBackIntroduction,
  canPassOnIntroduction,
  canSeeIntroduction,
  partyOf,
} from "./policy";

/** Of the account that answers: neither of the two may find it in the trail (`PRIVATE_ACTS`). */
const event = (name: `introduction.${string}`, { accountId }: Viewer, way?: "mail") =>
  accountEvent(name, accountId, way && { way });

/** `way`: by the buttons of a mail, without signing in. */
type Which = { introductionId: string; way?: "mail" };

/**
 * The go-between passes it on, with a note or without: whoever is asked hears of it, unless they have blocked the go-between,
 * who never knows. Throws `notFound`, `introductionEnded`, `alreadyDecided`, `introductionSideGone`.
 */
export async function passOnIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, note, way }: Which & { note: string },
): Promise<void> {
  authorize(isActiveMember(viewer));
  const introduction = await lockToPass(tx, viewer, introductionId);
  authorize(canPassOnIntroduction(viewer, introduction), "introductionSideGone");
  await keepPassing(tx, introduction, "passed-on", note);
  const isDeaf = await isBlockedBy(tx, viewer, introduction.askedId);
  if (isDeaf) {
    await tx
      .insert(introductionAnswers)
      .values({ introductionId, answer: "blocked" })
      .onConflictDoNothing();
  }
  // Whoever is asked has blocked one of the two, even if no more: silence stays silence.
  const isAnswer = eq(introductionAnswers.introductionId, introductionId);
  const isSilent = (await tx.$count(introductionAnswers, isAnswer)) > 0;
  const { asked, ...rest } = introduction;
  const names = await readNames(tx, introduction.askerId);
  const through = await readNames(tx, viewer.memberId);
  await record(tx, viewer, event("introduction.passed-on", viewer, way), {
    tell: tellOfIntroduction(
      isSilent ? rest : { ...rest, asked },
      passedOn(names, through, { ...rest, asked, note }),
    ),
  });
}

/** The go-between keeps it back; nobody hears of it. Throws `notFound`, `introductionEnded`, `alreadyDecided`. */
export async function keepBackIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, way }: Which,
): Promise<void> {
  const introduction = await lockToPass(tx, viewer, introductionId);
  authorize(canKeepBackIntroduction(viewer, introduction));
  await keepPassing(tx, introduction, "not-passed", "");
  await record(tx, viewer, event("introduction.kept-back", viewer, way));
}

/** Whether the viewer may be asked to introduce members to their colleagues; what they were asked already stays. */
export async function chooseIntroducing(
  tx: Transaction,
  viewer: Viewer,
  { mayIntroduce }: { mayIntroduce: boolean },
): Promise<void> {
  authorize(isActiveMember(viewer));
  const { memberId } = viewer;
  await tx.update(members).set({ mayIntroduce }).where(eq(members.id, memberId));
  await record(tx, viewer, {
    ...{ name: "member.introducing-chosen", subjectType: "member", subjectId: memberId },
    data: { mayIntroduce },
  });
}

async function lockToPass(tx: Transaction, viewer: Viewer, introductionId: string) {
  const introduction = await lockIntroduction(tx, viewer, introductionId, today());
  authorize(canSeeIntroduction(viewer, introduction));
  authorize(partyOf(viewer, introduction) === "go-between");
  authorize(introduction.state !== "ended", "introductionEnded");
  authorize(introduction.state === "asked", "alreadyDecided");
  return introduction;
}

async function keepPassing(
  tx: Transaction,
  { id }: LockedIntroduction,
  answer: PassingAnswer,
  note: string,
): Promise<void> {
  const kept = await tx
    .update(introductionPassings)
    .set({ answer, note, answeredAt: sql`now()` })
    .where(and(eq(introductionPassings.introductionId, id), isNull(introductionPassings.answer)))
    .returning({ id: introductionPassings.introductionId });
  authorize(kept.length === 1, "alreadyDecided");
}
