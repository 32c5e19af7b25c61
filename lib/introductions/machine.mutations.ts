import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { introductions, introductionTranslations } from "@/db/schema/introductions";
import { members } from "@/db/schema/members";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { answered, askedAgain, isLost } from "@/lib/core/i18n/machine-words";
import { queueJob } from "@/lib/core/mail/queue-job";
import { lockIntroduction } from "./locking.queries";
import { isOf, type Order } from "./machine.queries";
import {
  canChooseIntroductionMachine,
  canSeeIntroduction,
  canTranslateIntroduction,
} from "./policy";

/** Of the account that reads: nobody else may find in the trail that they did (`PRIVATE_ACTS`). */
const reading = (name: `introduction.${string}`, accountId: string) =>
  accountEvent(name, accountId);

/**
 * Whether whoever reads it may have it translated by a machine, as its asker says; taken back, what was made goes. A yes needs a
 * service that the operator has set. Throws `notFound`.
 */
export async function chooseIntroductionMachine(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, isAllowed }: { introductionId: string; isAllowed: boolean },
): Promise<void> {
  const introduction = await lockIntroduction(tx, viewer, introductionId, today());
  authorize(canChooseIntroductionMachine(viewer, introduction));
  authorize(!isAllowed || chosenProvider() !== null);
  await tx
    .update(introductions)
    .set({ machineAt: isAllowed ? sql`now()` : null })
    .where(eq(introductions.id, introductionId));
  const name = isAllowed ? "introduction.machine-allowed" : "introduction.machine-stopped";
  await record(tx, viewer, {
    ...{ name, subjectType: "introduction", subjectId: introductionId },
  });
}

/**
 * A reader asks for what a machine makes of it in their language, of which nobody else knows: the worker sends it. Asked already, it
 * is not asked twice, unless it failed. Throws `notFound`, `machineNotAgreed`.
 */
export async function translateIntroduction(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, locale }: Omit<Order, "readerId">,
): Promise<void> {
  const provider = chosenProvider();
  authorize(provider !== null && isReadingMember(viewer));
  const introduction = await lockIntroduction(tx, viewer, introductionId, today());
  authorize(canSeeIntroduction(viewer, introduction));
  authorize(canTranslateIntroduction(viewer, introduction), "machineNotAgreed");
  const order: Order = { introductionId, readerId: viewer.memberId, locale };
  const ordered = await tx
    .insert(introductionTranslations)
    .values({ ...order, madeBy: provider.name })
    .onConflictDoUpdate({
      target: [
        introductionTranslations.introductionId,
        introductionTranslations.readerId,
        introductionTranslations.locale,
      ],
      set: askedAgain(provider),
      setWhere: isLost(introductionTranslations),
    })
    .returning({ readerId: introductionTranslations.readerId });
  if (ordered.length === 0) return;
  await queueJob(tx, "translate-words", order, { queue: "machine" });
  await record(tx, viewer, reading("introduction.translation-asked", viewer.accountId));
}

/** The reader takes it back: what was made for them in a language goes. Throws `notFound`. */
export async function forgetIntroductionTranslation(
  tx: Transaction,
  viewer: Viewer,
  { introductionId, locale }: Omit<Order, "readerId">,
): Promise<void> {
  authorize(isReadingMember(viewer));
  const gone = await tx
    .delete(introductionTranslations)
    .where(isOf({ introductionId, readerId: viewer.memberId, locale }))
    .returning({ readerId: introductionTranslations.readerId });
  authorize(gone.length === 1);
  await record(tx, viewer, reading("introduction.translation-forgotten", viewer.accountId));
}

/** Keeps what a machine made; without words, that it failed. Throws `notFound` where nobody waits for it any more. */
export async function keepIntroductionTranslation(
  tx: Transaction,
  { words, ...order }: Order & { words: string | null },
): Promise<void> {
  const { id, machineAt } = introductions;
  const [held] = await tx
    .select({ machineAt })
    .from(introductions)
    .where(eq(id, order.introductionId))
    .for("no key update");
  authorize(held !== undefined && held.machineAt !== null);
  const [reader] = await tx
    .select({ accountId: members.accountId })
    .from(members)
    .where(eq(members.id, order.readerId));
  const kept = await tx
    .update(introductionTranslations)
    .set(answered(words))
    .where(and(isOf(order), isNull(introductionTranslations.words)))
    .returning({ readerId: introductionTranslations.readerId });
  authorize(kept.length === 1 && reader !== undefined);
  const name = words === null ? "introduction.translation-failed" : "introduction.translation-made";
  await record(tx, null, reading(name, reader.accountId));
}
