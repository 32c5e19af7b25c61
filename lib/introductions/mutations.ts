import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { KeptAnswer } from "@/db/enums";
import {
  introductionAnswers,
  introductionPassings,
  introductions,
} from "@/db/schema/introductions";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { addRunningDays } from "@/lib/core/great-holidays";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { readAcceptedPerson } from "@/lib/interests/accepted.queries";
import { isBlockedBy } from "@/lib/members/blocked.queries";
import { readNames } from "@/lib/members/person.queries";
import { lockAskedPerson } from "./asking.queries";
import { WAIT_DAYS } from "./introduction-limits";
import { type LockedIntroduction, lockIntroduction, readSide } from "./locking.queries";
import { acceptedBy, askedBy, tellOfIntroduction, toPassOn } from "./notices";
import { isGoBetween } from "./passing.queries";
import {
  canAcceptIntroduction,
  canAskIntroduction,
  canSeeIntroduction,
  canSetAsideIntroduction,
  canWithdrawIntroduction,
  introductionRefusal,
} from "./policy";
import type { AskIntroductionInput } from "./schema";

type Asking = Omit<AskIntroductionInput, "goBetweenId" | "isAllowed"> & {
  goBetweenId?: string;
  isAllowed?: boolean;
};

type Which = { introductionId: string; way?: "mail" };

const event = (name: `introduction.${string}`, { id }: { id: string }, way?: "mail") =>
  ({ name, subjectType: "introduction", subjectId: id, ...wayOf(way) }) as const;

/** An answer says in the trail that it was given by the buttons of a mail, without signing in. */
const wayOf = (way?: "mail") => (way ? { data: { way } } : {});

/**
 * Asks a member for an exchange; they are told who asks and why, unless they have blocked the asker, who never knows. Through
 * somebody who is asked to pass it on, only that one is told. Whom they have been asked by themselves meanwhile they answer
 * instead (`isTheirs`): between two there is one at a time. Ten a day, however many are sent at once; `locale` is that of the
 * day in a refusal. Throws `notFound`, `introductionMembersOnly`, `introductionYourself`, `introductionBlocked`, `introductionMet`, `introductionWaits`,
 * `introductionLater`, `introductionUnavailable`, `introductionUnlisted`, `introductionsADay`, and `introductionGoBetween` on `goBetweenId`.
 */
export async function askIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { memberId, locale, words, goBetweenId, isAllowed }: Asking,
  readIn: Locale,
): Promise<{ introductionId: string; isTheirs: boolean }> {
  authorize(isActiveMember(viewer), "introductionMembersOnly");
  const person = await lockAskedPerson(tx, viewer, memberId);
  authorize(person !== null);
  const day = today();
  const refusal = introductionRefusal(viewer, person, day);
  if (refusal?.code === "introductionTheyAsked" && refusal.id) {
    return { introductionId: refusal.id, isTheirs: true };
  }
  if (refusal) {
    const { code, from, most } = refusal;
    throw new AppError(code, {
      values: { ...(from && { day: formatDay(from, readIn) }), ...(most && { most }) },
    });
  }
  authorize(canAskIntroduction(viewer, person, day));
  if (goBetweenId && !(await isGoBetween(tx, viewer, memberId, goBetweenId))) {
    throw new AppError("introductionGoBetween", { field: "goBetweenId" });
  }
  const [row] = await tx
    .insert(introductions)
    .values({
      ...{ askedBy: viewer.memberId, asked: memberId, locale, words },
      endsOn: addRunningDays(day, WAIT_DAYS),
      machineAt: isAllowed && chosenProvider() ? sql`now()` : null,
    })
    .returning({ id: introductions.id });
  if (!row) throw new Error("no introduction was made");
  const { asked, ...introduction } = await lockIntroduction(tx, viewer, row.id, day);
  const isSilent = await isBlockedBy(tx, viewer, memberId);
  if (isSilent) await keepAnswer(tx, introduction, "blocked");
  const names = await readNames(tx, viewer.memberId);
  let tell = tellOfIntroduction(
    isSilent ? introduction : { ...introduction, asked },
    askedBy(names, { ...introduction, asked }),
  );
  if (goBetweenId) {
    const isDeaf = await isBlockedBy(tx, viewer, goBetweenId);
    const answer = isDeaf ? "not-passed" : null;
    await tx
      .insert(introductionPassings)
      .values({ introductionId: row.id, goBetween: goBetweenId, answer });
    const between = await readSide(tx, goBetweenId);
    const other = await readNames(tx, memberId);
    tell = tellOfIntroduction(
      isDeaf ? introduction : { ...introduction, between },
      toPassOn(names, other, { ...introduction, asked: between }),
    );
  }
  await record(tx, viewer, event("introduction.asked", introduction), { tell });
  return { introductionId: row.id, isTheirs: false };
}

/**
 * Whoever was asked says yes: each sees from now on what the other shows to accepted contacts, and the asker's mail says how the
 * other is reached. Throws `notFound`, `introductionAskerGone`, `introductionEnded`, `alreadyDecided`.
 */
export async function acceptIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, way }: Which,
): Promise<void> {
  const introduction = await lockToAnswer(tx, viewer, introductionId);
  authorize(canAcceptIntroduction(viewer, introduction), "introductionAskerGone");
  await keepAnswer(tx, introduction, "accepted");
  const names = await readNames(tx, introduction.askedId);
  const person = await readAcceptedPerson(tx, introduction.askedId);
  await record(tx, viewer, event("introduction.accepted", introduction, way), {
    tell: tellOfIntroduction(introduction, acceptedBy(names, person)),
  });
}

/**
 * Whoever was asked says "not now". Nobody hears of it, and the trail says it of the account that answers, not of the
 * introduction: its asker may be of the club team. Throws `notFound`, `introductionEnded`, `alreadyDecided`.
 */
export async function setAsideIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, way }: Which,
): Promise<void> {
  const introduction = await lockToAnswer(tx, viewer, introductionId);
  authorize(canSetAsideIntroduction(viewer, introduction));
  await keepAnswer(tx, introduction, "not-now");
  await record(tx, viewer, {
    ...{ name: "introduction.set-aside", subjectType: "account", subjectId: viewer.accountId },
    ...wayOf(way),
  });
}

/** The asker takes it back: it has ended. Throws `notFound`, `introductionEnded`, `introductionMet`. */
export async function withdrawIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { introductionId }: Which,
): Promise<void> {
  const introduction = await lockOwn(tx, viewer, introductionId);
  authorize(introduction.askerId === viewer.memberId);
  authorize(introduction.state !== "accepted", "introductionMet");
  authorize(canWithdrawIntroduction(viewer, introduction), "introductionEnded");
  await tx
    .update(introductions)
    .set({ endsOn: today() })
    .where(eq(introductions.id, introduction.id));
  await record(tx, viewer, event("introduction.withdrawn", introduction));
}

async function lockOwn(tx: Transaction, viewer: Viewer, introductionId: string) {
  const introduction = await lockIntroduction(tx, viewer, introductionId, today());
  authorize(canSeeIntroduction(viewer, introduction));
  return introduction;
}

/** The same for whoever was asked, as long as it waits for them. */
async function lockToAnswer(tx: Transaction, viewer: Viewer, introductionId: string) {
  const introduction = await lockOwn(tx, viewer, introductionId);
  authorize(introduction.askedId === viewer.memberId);
  authorize(introduction.state !== "ended", "introductionEnded");
  authorize(introduction.state === "asked", "alreadyDecided");
  return introduction;
}

async function keepAnswer(
  tx: Transaction,
  { id }: Pick<LockedIntroduction, "id">,
  answer: KeptAnswer,
): Promise<void> {
  const kept = await tx
    .insert(introductionAnswers)
    .values({ introductionId: id, answer })
    .onConflictDoNothing()
    .returning({ id: introductionAnswers.introductionId });
  authorize(kept.length === 1, "alreadyDecided");
}
