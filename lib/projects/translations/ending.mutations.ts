import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RequestState } from "@/db/enums";
import { entryRevisions } from "@/db/schema/entries";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { byPerson } from "@/lib/core/i18n/provenance";
import { ownsEntry } from "@/lib/entries/policy";
import type { ProjectText } from "../project";
import { type LockedOffer, lockBundle, lockOffer, type Sheet } from "./locked.queries";
import { tellAuthor } from "./notices";
import { canAcceptOffer, canDeclineOffer, canWithdrawOffer } from "./policy";
import { putTranslations } from "./put-translations";
import { isTranslatableInto, offerFingerprint, offersFingerprint } from "./sheet";
import { translationEvent } from "./translation-event";

/** Where the answer was given; `isInEdit` says that an accepted text waits in the edit of a published project. */
type Answered = { slug: string; locale: Locale; isInEdit: boolean };

/** Takes one's own open offer back. Throws `notFound`, `alreadyDecided`. */
export async function withdrawOffer(
  tx: Transaction,
  viewer: Viewer,
  input: { offerId: string },
): Promise<{ slug: string; locale: Locale }> {
  const { sheet, offer } = await lockOffer(tx, viewer, input.offerId);
  authorize(offer.memberId === viewer.memberId && viewer.status === "active");
  authorize(canWithdrawOffer(viewer, offer), "alreadyDecided");
  await closeOffer(tx, offer.id, "withdrawn", viewer);
  const { id, slug } = sheet.facts;
  await record(tx, viewer, translationEvent("translation.withdrawn", { ...offer, id }));
  return { slug, locale: offer.locale };
}

/**
 * Takes an offered translation into the text the owner works on, as its author's, and thanks the author. When the
 * owner's open edit has another original than the one translated, it counts as older than that original.
 * Throws `notFound`, `alreadyDecided`, `offerWithdrawn`, `conflict`, `editBeingRead`, `moveNotAllowed`,
 * `identifiesOwner` (with what was `found`).
 */
export async function acceptOffer(
  tx: Transaction,
  viewer: Viewer,
  input: { offerId: string; fingerprint: string },
): Promise<Answered> {
  const { sheet, offer } = await lockForDecision(tx, viewer, input.offerId);
  requireAcceptable(viewer, sheet, [offer]);
  authorize(offerFingerprint(sheet.current, offer) === input.fingerprint, "conflict");
  await takeIn(tx, viewer, sheet, [offer]);
  const about = { ...offer, id: sheet.facts.id };
  await record(tx, viewer, translationEvent("translation.accepted", about), {
    tell: tellAuthor(sheet.facts, { ...offer, fields: [offer.field] }),
  });
  return answered(sheet, offer);
}

/**
 * Takes all that the author of this offer offers into the same language, as `acceptOffer` does each, and thanks them
 * once; all of it or nothing. `fingerprint` is that of all of them: what was offered, changed or taken back since the
 * page was read is a `conflict`. Throws as `acceptOffer`.
 */
export async function acceptAllOffers(
  tx: Transaction,
  viewer: Viewer,
  input: { offerId: string; fingerprint: string },
): Promise<Answered> {
  const { sheet, offer } = await lockForDecision(tx, viewer, input.offerId);
  const offers = await lockBundle(tx, offer);
  requireAcceptable(viewer, sheet, offers);
  authorize(offersFingerprint(sheet.current, offers) === input.fingerprint, "conflict");
  await takeIn(tx, viewer, sheet, offers);
  const fields = offers.map(({ field }) => field);
  for (const one of offers) {
    const about = { ...one, id: sheet.facts.id };
    await record(tx, viewer, translationEvent("translation.accepted", about), {
      tell: one === offers[0] ? tellAuthor(sheet.facts, { ...offer, fields }) : undefined,
    });
  }
  return answered(sheet, offer);
}

/** Says no to an offer; its author reads the words, if any. Throws `notFound`, `alreadyDecided`, `offerWithdrawn`. */
export async function declineOffer(
  tx: Transaction,
  viewer: Viewer,
  input: { offerId: string; words: string },
): Promise<{ slug: string; locale: Locale }> {
  const { words } = input;
  const { sheet, offer } = await lockForDecision(tx, viewer, input.offerId);
  authorize(canDeclineOffer(viewer, sheet.facts, offer));
  await closeOffer(tx, offer.id, "declined", viewer);
  const { authorId } = offer;
  const personal = words ? { accountId: authorId, facts: { words } } : undefined;
  const about = { ...offer, id: sheet.facts.id };
  await record(tx, viewer, translationEvent("translation.declined", about, personal), {
    tell: tellAuthor(sheet.facts, { ...offer, fields: [offer.field] }, words),
  });
  return { slug: sheet.facts.slug, locale: offer.locale };
}

const answered = ({ facts }: Sheet, { locale }: LockedOffer): Answered => ({
  slug: facts.slug,
  locale,
  isInEdit: facts.moderation === "published",
});

async function lockForDecision(tx: Transaction, viewer: Viewer, offerId: string) {
  const { sheet, offer } = await lockOffer(tx, viewer, offerId);
  authorize(ownsEntry(viewer, sheet.facts) && viewer.status === "active");
  authorize(offer.state !== "withdrawn", "offerWithdrawn");
  authorize(offer.state === "open", "alreadyDecided");
  return { sheet, offer };
}

function requireAcceptable(viewer: Viewer, sheet: Sheet, offers: readonly LockedOffer[]): void {
  const { facts, current } = sheet;
  authorize(facts.revision !== "submitted", "editBeingRead");
  for (const offer of offers) {
    authorize(canAcceptOffer(viewer, facts, offer), "moveNotAllowed");
    authorize(isTranslatableInto(current, offer.locale), "conflict");
  }
}

/** Closes offers of one author into one language and puts their words where the owner works on the text. */
async function takeIn(
  tx: Transaction,
  viewer: Viewer,
  sheet: Sheet,
  offers: readonly LockedOffer[],
): Promise<void> {
  const [first] = offers;
  if (!first) return;
  const { live, current } = sheet;
  const { locale, authorId } = first;
  for (const { id } of offers) await closeOffer(tx, id, "accepted", viewer);
  await putTranslations(tx, viewer, sheet, {
    locale,
    words: Object.fromEntries(offers.map(({ field, words }) => [field, words])),
    stamp: byPerson({ accountId: authorId }),
    isTyped: false,
  });
  for (const { field } of offers) {
    const original = (content: typeof live) => content[field][content.originalLocale];
    if (original(live) !== original(current)) await markOlder(tx, sheet, field, locale);
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

async function markOlder(tx: Transaction, { facts }: Sheet, field: ProjectText, locale: Locale) {
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
