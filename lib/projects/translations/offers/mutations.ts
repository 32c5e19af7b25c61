import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { RequestState } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projectRevisions } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import { isInDirectory } from "@/lib/consents/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { recordEvent } from "@/lib/core/events/record-event";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { shownName } from "@/lib/members/member-card";
import { levelOf } from "@/lib/members/policy";
import { ownsProject } from "../../policy";
import type { ProjectText } from "../../project-content";
import { byPerson } from "../../provenance";
import { lockOffer, lockSheet, type Sheet } from "../locked/queries";
import { tellOfOffer } from "../offer-mail";
import { canAcceptOffer, canDeclineOffer, canOfferTranslation, canWithdrawOffer } from "../policy";
import { putTranslations, type Words } from "../put-translations";
import { isTranslatableInto, offerMark, originalsMark, translatableTexts } from "../sheet";
import { translationEvent } from "../translation-event";

const OFFERED_A_DAY = 40;

type Target = { projectId: string; locale: Locale; mark: string };

/**
 * Offers the owner translations of what the viewer reads in a published project; an open offer of theirs for the same
 * text takes the new words. The owner is mailed once for all that is new.
 * Throws `notFound`, `conflict`, `translationUnchanged`, `askedTooOften`.
 */
export async function offerTranslations(
  tx: Transaction,
  viewer: Viewer,
  input: Target & { words: Words },
): Promise<{ slug: string }> {
  const { locale } = input;
  const { facts, live } = await lockSheet(tx, viewer, input.projectId);
  authorize(canOfferTranslation(viewer, facts, "title"));
  authorize(isTranslatableInto(live, locale), "conflict");
  const fields = translatableTexts(live).filter((field) =>
    canOfferTranslation(viewer, facts, field),
  );
  authorize(originalsMark(live, fields) === input.mark, "conflict");
  const own = await readOwnOffers(tx, viewer.memberId, facts.id, locale);
  const changed = fields.filter((field) => {
    const known = own.get(field)?.words ?? live[field][locale] ?? "";
    return Boolean(input.words[field]) && input.words[field] !== known;
  });
  authorize(changed.length > 0, "translationUnchanged");
  const fresh = changed.filter((field) => !own.has(field));
  await requireNotTooMany(tx, viewer.memberId, fresh.length);
  for (const field of changed) {
    const words = input.words[field] ?? "";
    const [id, memberId] = [own.get(field)?.id, viewer.memberId];
    await (id
      ? tx
          .update(translationOffers)
          .set({ words, version: sql`${translationOffers.version} + 1` })
          .where(eq(translationOffers.id, id))
      : tx
          .insert(translationOffers)
          .values({ projectId: facts.id, memberId, field, locale, words }));
    const event = translationEvent("translation.offered", { id: facts.id, locale, field });
    await recordEvent(tx, viewer, event);
  }
  if (fresh.length > 0) {
    const person = await readCalledName(tx, viewer.memberId, facts.ownerLocale);
    const owner = { accountId: facts.ownerAccountId, locale: facts.ownerLocale };
    const told = { kind: "translationOffered", ...owner, to: locale, fields: fresh } as const;
    await tellOfOffer(tx, facts, { ...told, person });
  }
  return { slug: facts.slug };
}

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
  await recordEvent(tx, viewer, translationEvent("translation.withdrawn", { ...offer, id }));
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
  input: { offerId: string; mark: string },
): Promise<{ slug: string; locale: Locale }> {
  const { sheet, offer } = await lockForDecision(tx, viewer, input.offerId);
  const { facts, live, current } = sheet;
  authorize(facts.revision !== "submitted", "editBeingRead");
  authorize(canAcceptOffer(viewer, facts, offer), "moveNotAllowed");
  authorize(isTranslatableInto(current, offer.locale), "conflict");
  authorize(offerMark(current, offer) === input.mark, "conflict");
  const { field, locale, authorId } = offer;
  await closeOffer(tx, offer.id, "accepted", viewer);
  await putTranslations(tx, viewer, sheet, {
    locale,
    words: { [field]: offer.words },
    stamp: byPerson({ accountId: authorId }),
    isTyped: false,
  });
  const original = (content: typeof live) => content[field][content.originalLocale];
  if (original(live) !== original(current)) await markOlder(tx, sheet, field, locale);
  const about = { id: facts.id, locale, field };
  await recordEvent(tx, viewer, translationEvent("translation.accepted", about));
  const author = { accountId: authorId, locale: offer.authorLocale };
  const told = { kind: "translationAccepted", ...author, to: locale, fields: [field] } as const;
  await tellOfOffer(tx, { ...facts, title: facts.toldTitle }, told);
  return { slug: facts.slug, locale };
}

/** Says no to an offer; its author reads the words, if any. Throws `notFound`, `alreadyDecided`, `offerWithdrawn`. */
export async function declineOffer(
  tx: Transaction,
  viewer: Viewer,
  input: { offerId: string; words: string },
): Promise<{ slug: string; locale: Locale }> {
  const { words } = input;
  const { sheet, offer } = await lockForDecision(tx, viewer, input.offerId);
  const { facts } = sheet;
  authorize(canDeclineOffer(viewer, facts, offer));
  await closeOffer(tx, offer.id, "declined", viewer);
  const { field, locale, authorId } = offer;
  const personal = words ? { accountId: authorId, facts: { words } } : undefined;
  const about = { id: facts.id, locale, field };
  await recordEvent(tx, viewer, translationEvent("translation.declined", about, personal));
  const author = { accountId: authorId, locale: offer.authorLocale };
  const told = { kind: "translationDeclined", ...author, to: locale, fields: [field] } as const;
  await tellOfOffer(tx, { ...facts, title: facts.toldTitle }, { ...told, words });
  return { slug: facts.slug, locale };
}

async function lockForDecision(tx: Transaction, viewer: Viewer, offerId: string) {
  const { sheet, offer } = await lockOffer(tx, viewer, offerId);
  authorize(ownsProject(viewer, sheet.facts) && viewer.status === "active");
  authorize(offer.state !== "withdrawn", "offerWithdrawn");
  authorize(offer.state === "open", "alreadyDecided");
  return { sheet, offer };
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

async function readOwnOffers(
  tx: Transaction,
  memberId: string,
  projectId: string,
  locale: Locale,
): Promise<Map<string, { id: string; words: string }>> {
  const rows = await tx
    .select({
      id: translationOffers.id,
      field: translationOffers.field,
      words: translationOffers.words,
    })
    .from(translationOffers)
    .where(
      and(
        eq(translationOffers.projectId, projectId),
        eq(translationOffers.memberId, memberId),
        eq(translationOffers.locale, locale),
        eq(translationOffers.state, "open"),
      ),
    );
  return new Map(rows.map(({ field, ...offer }) => [field, offer]));
}

/** Several at once wait for each other. */
async function requireNotTooMany(tx: Transaction, memberId: string, more: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`translations:${memberId}`}))`);
  const today = await tx.$count(
    translationOffers,
    and(
      eq(translationOffers.memberId, memberId),
      gt(translationOffers.createdAt, sql`now() - interval '1 day'`),
    ),
  );
  authorize(today + more <= OFFERED_A_DAY, "askedTooOften");
}

async function markOlder(tx: Transaction, { facts }: Sheet, field: ProjectText, locale: Locale) {
  await tx
    .update(projectRevisions)
    .set({
      stale: sql`jsonb_set(${projectRevisions.stale}, array[${field}::text], coalesce(${projectRevisions.stale} -> ${field}::text, '[]') || ${JSON.stringify([locale])}::jsonb)`,
    })
    .where(
      and(
        eq(projectRevisions.projectId, facts.id),
        sql`${projectRevisions.state} in ('draft', 'changes-requested')`,
      ),
    );
}

/** How the mail calls the author: by name as long as they stand in the directory, like the page it leads to. */
async function readCalledName(tx: Transaction, memberId: string, locale: Locale): Promise<string> {
  const [row] = await tx
    .select({
      familyName: members.familyName,
      givenName: members.givenName,
      nameOrder: members.nameOrder,
      nameZh: members.nameZh,
      visibility: members.visibility,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(members.id, memberId), isInDirectory));
  if (!row) return getTranslator(locale, "projects")("questions.somebody");
  const isOpen = ["public", "members"].includes(levelOf(row.visibility, "nameZh"));
  return shownName({ ...row, nameZh: isOpen ? row.nameZh : null }, locale).text;
}
