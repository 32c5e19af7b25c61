import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { interests, interestTranslations } from "@/db/schema/interests";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { answered, askedAgain, isLost } from "@/lib/core/i18n/machine-words";
import { queueJob } from "@/lib/core/mail/queue-job";
import { interestEvent } from "./interest-event";
import { lockInterest } from "./locking.queries";
import { isHiddenYes, readForeignPieces, readUnordered } from "./machine.queries";
import { areBothWilling, canSeeInterest, canTranslateInterest, partyOf } from "./policy";

/**
 * Whether a machine may translate what the two write, for the viewer's part; taken back, all that it made there is erased. A yes
 * needs a service that the operator has set. Throws `notFound`.
 */
export async function chooseInterestMachine(
  tx: Transaction,
  viewer: Viewer,
  { interestId, isAllowed }: { interestId: string; isAllowed: boolean },
): Promise<void> {
  const interest = await lockInterest(tx, interestId);
  authorize(canSeeInterest(viewer, interest));
  authorize(!isAllowed || chosenProvider() !== null);
  const since = isAllowed ? sql`now()` : null;
  const isSender = partyOf(viewer, interest) === "sender";
  await tx
    .update(interests)
    .set(isSender ? { senderMachineAt: since } : { receiverMachineAt: since })
    .where(eq(interests.id, interestId));
  const name = isAllowed ? "interest.machine-allowed" : "interest.machine-stopped";
  await record(tx, viewer, interestEvent(name, interest));
}

/**
 * Takes back the viewer's yes wherever they cannot open the interest any more, each with what was made there. Throws `notFound`
 * where there is none.
 */
export async function stopHiddenMachines(tx: Transaction, viewer: Viewer): Promise<void> {
  const { id, projectId } = interests;
  const hidden = await tx
    .select({ id, projectId })
    .from(interests)
    .where(isHiddenYes(viewer))
    .orderBy(id)
    .for("no key update");
  authorize(isReadingMember(viewer) && hidden.length > 0);
  const ids = hidden.map((one) => one.id);
  await tx.update(interests).set({ receiverMachineAt: null }).where(inArray(id, ids));
  for (const one of hidden) {
    await record(tx, viewer, interestEvent("interest.machine-stopped", one));
  }
}

/**
 * Asks for what a machine makes of the other's words that are foreign to readers of a language, of many the last
 * (`MOST_ORDERED`): the worker sends them one by one. Asked already, none is asked twice, unless it failed. Throws `notFound`, `machineNotAgreed`.
 */
export async function translateInterest(
  tx: Transaction,
  viewer: Viewer,
  { interestId, locale }: { interestId: string; locale: Locale },
): Promise<void> {
  const provider = chosenProvider();
  authorize(provider !== null);
  const interest = await lockInterest(tx, interestId);
  authorize(canSeeInterest(viewer, interest));
  authorize(canTranslateInterest(viewer, interest), "machineNotAgreed");
  const party = partyOf(viewer, interest);
  authorize(party !== null);
  const foreign = await readForeignPieces(tx, viewer, { ...interest, party }, locale);
  const pieces = await readUnordered(tx, foreign, { interestId, locale });
  if (pieces.length === 0) return;
  const ordered = await tx
    .insert(interestTranslations)
    .values(pieces.map(({ piece }) => ({ interestId, piece, locale, madeBy: provider.name })))
    .onConflictDoUpdate({
      target: [
        interestTranslations.interestId,
        interestTranslations.piece,
        interestTranslations.locale,
      ],
      set: askedAgain(provider),
      setWhere: isLost(interestTranslations),
    })
    .returning({ piece: interestTranslations.piece });
  for (const { piece } of ordered) {
    await queueJob(tx, "translate-words", { interestId, piece, locale }, { queue: "machine" });
  }
  if (ordered.length === 0) return;
  await record(tx, viewer, interestEvent("interest.translation-asked", interest, { locale }));
}

type Answer = { interestId: string; piece: string; locale: Locale; words: string | null };

/** Keeps what a machine made; without words, that it failed. Throws `notFound` where nobody waits for it any more. */
export async function keepInterestTranslation(
  tx: Transaction,
  { interestId, piece, locale, words }: Answer,
): Promise<void> {
  const interest = await lockInterest(tx, interestId);
  authorize(areBothWilling(interest));
  const kept = await tx
    .update(interestTranslations)
    .set(answered(words))
    .where(
      and(
        eq(interestTranslations.interestId, interestId),
        eq(interestTranslations.piece, piece),
        eq(interestTranslations.locale, locale),
        isNull(interestTranslations.words),
      ),
    )
    .returning({ piece: interestTranslations.piece });
  authorize(kept.length === 1);
  const name = words === null ? "interest.translation-failed" : "interest.translation-made";
  await record(tx, null, interestEvent(name, interest, { locale }));
}
