import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { inReadingOrder, textsOf } from "./content";
import { type ContentOf, type Description, textsIn } from "./description";
import { type LockedEntry, lockEntry, lockOpenRevision } from "./locked.queries";
import type { NounVerbs } from "./noun-verbs";
import { ownsEntry } from "./policy";
import { toldTitle } from "./sight.queries";

export type Sheet = Awaited<ReturnType<typeof lockSheet>>;

/**
 * An entry, locked, with the texts online (`live`) and those its owner works on (`current`: the open edit of a published
 * entry, else the same). Throws `notFound`.
 */
export async function lockSheet(tx: Transaction, viewer: Viewer, noun: NounVerbs, id: string) {
  const entry = (await lockEntry(tx, noun.kind, id)) as LockedEntry & ContentOf<Description>;
  authorize(entry.hiddenAt === null || ownsEntry(viewer, entry));
  const edit = await lockOpenRevision(tx, noun.fields, entry);
  const isContact = noun.contact?.(viewer) ?? sql<boolean>`false`;
  const isFor = noun.isFor?.(viewer) ?? sql`true`;
  const [told] = await tx
    .select({
      toldTitle: toldTitle(),
      isContact: sql<boolean>`${isContact}`,
      isFor: sql<boolean>`${isFor}`,
    })
    .from(entries)
    .where(eq(entries.id, id));
  if (!told) throw new AppError("notFound");
  authorize(told.isFor || ownsEntry(viewer, entry));
  const live = textsOf(noun.fields, entry);
  const current = edit ? textsOf(noun.fields, edit.content) : live;
  return { noun, facts: { ...entry, ...told, revision: edit?.state ?? null }, live, current, edit };
}

/** An offer with its author, locked after its entry so that two decisions wait for each other. Throws `notFound`. */
export async function lockOffer(tx: Transaction, viewer: Viewer, noun: NounVerbs, offerId: string) {
  const isThis = eq(translationOffers.id, offerId);
  const [known] = await tx
    .select({ entryId: translationOffers.entryId })
    .from(translationOffers)
    .where(isThis);
  if (!known) throw new AppError("notFound");
  const sheet = await lockSheet(tx, viewer, noun, known.entryId);
  const [offer] = await lockOffers(tx, sheet, isThis);
  if (!offer) throw new AppError("notFound");
  return { sheet, offer };
}

/** All open offers of one author into one language, in reading order, locked after their entry. */
export async function lockBundle(
  tx: Transaction,
  sheet: Sheet,
  offer: Pick<LockedOffer, "entryId" | "memberId" | "locale">,
): Promise<LockedOffer[]> {
  const { entryId, memberId, locale, state } = translationOffers;
  const isIts = and(
    eq(entryId, offer.entryId),
    eq(memberId, offer.memberId),
    eq(locale, offer.locale),
    eq(state, "open"),
  );
  return inReadingOrder(sheet.noun.fields, await lockOffers(tx, sheet, isIts));
}

export type LockedOffer = Awaited<ReturnType<typeof lockOffers>>[number];

async function lockOffers(tx: Transaction, { noun }: Sheet, where: SQL | undefined) {
  const { id, entryId, field, locale, words, state, memberId } = translationOffers;
  return tx
    .select({ id, entryId, field, locale, words, state, memberId, authorId: accounts.id })
    .from(translationOffers)
    .innerJoin(members, eq(members.id, translationOffers.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(where, inArray(field, textsIn(noun.fields))))
    .for("no key update", { of: translationOffers });
}
