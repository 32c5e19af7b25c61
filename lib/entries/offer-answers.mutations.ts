import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RequestState } from "@/db/enums";
import { entryRevisions } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { byPerson } from "@/lib/core/i18n/provenance";
import { translationEvent } from "./entry-event";
import { type LockedOffer, lockBundle, lockOffer, type Sheet } from "./locked-sheet.queries";
import type { NounVerbs } from "./noun-verbs";
import { ownsEntry } from "./policy";
import { putTranslations } from "./put-translations";
import { tellAuthor } from "./translation-notices";
import { isTranslatableInto, offersFingerprint, originalOf } from "./translation-sheet";
import { canAcceptOffer, canDeclineOffer, canWithdrawOffer } from "./translations.policy";

/** Where the answer was given; `isInEdit` says that an accepted text waits in the edit of a published entry. */
type Answered = { slug: string; locale: Locale; isInEdit: boolean };

/** Takes one's own open offer back. Throws `notFound`, `alreadyDecided`. */
export async function withdrawOffer(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: { offerId: string },
): Promise<{ slug: string; locale: Locale }> {
  const { sheet, offer } = await lockOffer(tx, viewer, noun, input.offerId);
  authorize(offer.memberId === viewer.memberId && mayAct(viewer));
  authorize(canWithdrawOffer(viewer, offer), "alreadyDecided");
  await closeOffer(tx, offer.id, "withdrawn", viewer);
  await record(tx, viewer, translationEvent(sheet.facts, "withdrawn", offer));
  return { slug: sheet.facts.slug, locale: offer.locale };
}

/**
 * Takes an offered translation into the text the owner works on, as its author's, and thanks the author once; or all that
 * they offer into the same language (`isAll`), of it all or nothing. `fingerprint` is that of what is taken: what was
 * offered, changed or taken back since the page was read is a `conflict`. When the owner's open edit has another original
 * than the one translated, it counts as older than that original. Throws `notFound`, `alreadyDecided`, `offerWithdrawn`,
 * `conflict`, `editBeingRead`, `moveNotAllowed`, `identifiesOwner` (with what was `found`).
 */
export async function acceptOffers(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: { offerId: string; fingerprint: string },
  isAll = false,
): Promise<Answered> {
  const { sheet, offer } = await lockForDecision(tx, viewer, noun, input.offerId);
  const { facts, current } = sheet;
  const offers = isAll ? await lockBundle(tx, sheet, offer) : [offer];
  authorize(facts.revision !== "submitted", "editBeingRead");
  for (const one of offers) authorize(canAcceptOffer(viewer, facts, one), "moveNotAllowed");
  authorize(isTranslatableInto(current, offer.locale), "conflict");
  authorize(offersFingerprint(current, offers) === input.fingerprint, "conflict");
  for (const { id } of offers) await closeOffer(tx, id, "accepted", viewer);
  await takeIn(tx, viewer, sheet, offers, offer);
  const fields = offers.map(({ field }) => field);
  const tell = tellAuthor(sheet, { ...offer, fields });
  for (const one of offers) {
    const heard = one === offers[0] ? { tell } : {};
    await record(tx, viewer, translationEvent(facts, "accepted", one), heard);
  }
  const { slug, moderation } = facts;
  return { slug, locale: offer.locale, isInEdit: moderation === "published" };
}

/** Says no to an offer; its author reads the words, if any. Throws `notFound`, `alreadyDecided`, `offerWithdrawn`. */
export async function declineOffer(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: { offerId: string; words: string },
): Promise<{ slug: string; locale: Locale }> {
  const { words } = input;
  const { sheet, offer } = await lockForDecision(tx, viewer, noun, input.offerId);
  authorize(canDeclineOffer(viewer, sheet.facts, offer));
  await closeOffer(tx, offer.id, "declined", viewer);
  const { authorId } = offer;
  const personal = words ? { accountId: authorId, facts: { words } } : undefined;
  await record(tx, viewer, translationEvent(sheet.facts, "declined", offer, personal), {
    tell: tellAuthor(sheet, { ...offer, fields: [offer.field] }, words),
  });
  return { slug: sheet.facts.slug, locale: offer.locale };
}

async function lockForDecision(tx: Transaction, viewer: Viewer, noun: NounVerbs, offerId: string) {
  const { sheet, offer } = await lockOffer(tx, viewer, noun, offerId);
  authorize(ownsEntry(viewer, sheet.facts) && mayAct(viewer));
  authorize(offer.state !== "withdrawn", "offerWithdrawn");
  authorize(offer.state === "open", "alreadyDecided");
  return { sheet, offer };
}

/** Puts the words of offers of one author into one language where the owner works on the text. */
async function takeIn(
  tx: Transaction,
  viewer: Viewer,
  sheet: Sheet,
  offers: readonly LockedOffer[],
  { locale, authorId }: LockedOffer,
): Promise<void> {
  const words = Object.fromEntries(offers.map(({ field, words }) => [field, words]));
  const stamp = byPerson({ accountId: authorId });
  await putTranslations(tx, viewer, sheet, { locale, words, stamp, isTyped: false });
  for (const { field } of offers) {
    const isSame = originalOf(sheet.live, field) === originalOf(sheet.current, field);
    if (!isSame) await markOlder(tx, sheet, field, locale);
  }
}

async function closeOffer(
  tx: Transaction,
  id: string,
  state: RequestState,
  { accountId }: Viewer,
): Promise<void> {
  const closed = await tx
    .update(translationOffers)
    .set({ state, decidedBy: accountId, decidedAt: sql`now()` })
    .where(and(eq(translationOffers.id, id), eq(translationOffers.state, "open")))
    .returning({ id: translationOffers.id });
  authorize(closed.length === 1, "alreadyDecided");
}

async function markOlder(tx: Transaction, { facts }: Sheet, field: string, locale: Locale) {
  await tx
    .update(entryRevisions)
    .set({
      stale: sql`jsonb_set(${entryRevisions.stale}, array[${field}::text], coalesce(${entryRevisions.stale} -> ${field}::text, '[]') || ${JSON.stringify([locale])}::jsonb)`,
    })
    .where(
      and(
        eq(entryRevisions.entryId, facts.id),
        sql`${entryRevisions.state} in ('draft', 'changes-requested')`,
      ),
    );
}
