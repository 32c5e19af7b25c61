import "server-only";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isHidden, isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { inReadingOrder } from "@/lib/entries/content";
import { lockOpenRevision } from "@/lib/entries/locked.queries";
import { factColumns, toldTitle } from "@/lib/entries/sight.queries";
import { contentOf, PROJECT, PROJECT_TEXTS, type ProjectText } from "../project";
import { acceptedContact, contentColumns, ownerColumn } from "../sight.queries";

export type Sheet = Awaited<ReturnType<typeof lockSheet>>;

/**
 * A project, locked, with the text online (`live`) and the one its owner works on (`current`: the open edit of a
 * published project, else the same). Throws `notFound`.
 */
export async function lockSheet(tx: Transaction, viewer: Viewer, projectId: string) {
  const [row] = await tx
    .select({
      ...contentColumns,
      ...factColumns,
      id: entries.id,
      slug: entries.slug,
      version: entries.version,
      ownerId: ownerColumn,
      textLevel: entries.textLevel,
      toldTitle: toldTitle(),
      isHidden: isHidden(entries),
      isContact: acceptedContact(viewer),
    })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .innerJoin(members, eq(members.id, entries.ownerId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(entries.id, projectId), or(isShown(entries), eq(accounts.id, viewer.accountId))))
    .for("no key update", { of: [entries, projects] });
  if (!row) throw new AppError("notFound");
  const edit = await lockOpenRevision(tx, PROJECT, row);
  const live = contentOf(row);
  const facts = { ...row, revision: edit?.state ?? null };
  return { facts, live, current: edit?.content ?? live, edit };
}

/** An offer with its author, locked after its project so that two decisions wait for each other. Throws `notFound`. */
export async function lockOffer(tx: Transaction, viewer: Viewer, offerId: string) {
  const isThis = eq(translationOffers.id, offerId);
  const [known] = await tx
    .select({ entryId: translationOffers.entryId })
    .from(translationOffers)
    .where(isThis);
  if (!known) throw new AppError("notFound");
  const sheet = await lockSheet(tx, viewer, known.entryId);
  const [offer] = await lockOffers(tx, isThis);
  if (!offer) throw new AppError("notFound");
  return { sheet, offer };
}

/** All open offers of this offer's author into the same language, in reading order, locked like it. */
export async function lockBundle(tx: Transaction, offer: LockedOffer): Promise<LockedOffer[]> {
  const { entryId, memberId, locale, state } = translationOffers;
  const offers = await lockOffers(
    tx,
    and(
      eq(entryId, offer.entryId),
      eq(memberId, offer.memberId),
      eq(locale, offer.locale),
      eq(state, "open"),
    ),
  );
  return inReadingOrder(PROJECT, offers);
}

export type LockedOffer = Awaited<ReturnType<typeof lockOffers>>[number];

async function lockOffers(tx: Transaction, where: SQL | undefined) {
  return tx
    .select({
      id: translationOffers.id,
      entryId: translationOffers.entryId,
      field: sql<ProjectText>`${translationOffers.field}`,
      locale: translationOffers.locale,
      words: translationOffers.words,
      state: translationOffers.state,
      memberId: translationOffers.memberId,
      authorId: accounts.id,
    })
    .from(translationOffers)
    .innerJoin(members, eq(members.id, translationOffers.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(where, inArray(translationOffers.field, PROJECT_TEXTS)))
    .for("no key update", { of: translationOffers });
}
