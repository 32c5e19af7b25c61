import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import { entryColumns, ownTable } from "@/db/entry-rows";
import type { EntryKind, MembershipStatus, ModerationState, RevisionState } from "@/db/enums";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { translationOffers } from "@/db/schema/translations";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { inReadingOrder, type Texts } from "./content";
import { textsIn } from "./description";
import type { Noun } from "./noun";
import { type Standing, standingOf } from "./offer-standing";
import { isOwnerThere } from "./policy";
import { isOwnedBy } from "./sight.queries";
import { offersFingerprint, originalOf, wordsIn } from "./translation-sheet";
import { translatorOf } from "./translators.queries";

export type OfferToDecide = Awaited<ReturnType<typeof listOpenOffers>>["offers"][number];

export type OfferBundle = Awaited<ReturnType<typeof listOpenOffers>>["bundles"][number];

const offerColumns = {
  id: translationOffers.id,
  field: translationOffers.field,
  locale: translationOffers.locale,
  words: translationOffers.words,
  createdAt: translationOffers.createdAt,
};

/**
 * The offers into a language that await the owner's answer, oldest first, with who offers as the owner may know them;
 * `bundles` are those of one member who offers several, which can be accepted in one go.
 */
export async function listOpenOffers(
  viewer: Viewer,
  { fields }: Noun,
  { id, content }: { id: string; content: Texts },
  to: Locale,
  locale: Locale,
) {
  const open = await query((db) =>
    db
      .select({ ...offerColumns, authorId: members.accountId })
      .from(translationOffers)
      .innerJoin(members, eq(members.id, translationOffers.memberId))
      .where(
        and(
          eq(translationOffers.entryId, id),
          inArray(translationOffers.field, textsIn(fields)),
          eq(translationOffers.locale, to),
          eq(translationOffers.state, "open"),
        ),
      ),
  );
  const read = inReadingOrder(fields, open);
  const rows = read.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  const authors = [...new Set(rows.map(({ authorId }) => authorId))];
  const people = await translatorOf(viewer, authors, locale);
  const offers = rows.map(({ authorId, ...offer }) => ({
    ...offer,
    original: originalOf(content, offer.field),
    current: wordsIn(content, offer.field, to),
    author: people.get(authorId) ?? null,
    fingerprint: offersFingerprint(content, [offer]),
  }));
  const bundles = authors.flatMap((author) => {
    const own = read.filter(({ authorId }) => authorId === author);
    const [first] = own;
    if (!first || own.length < 2) return [];
    const texts = own.map(({ field }) => field);
    const fingerprint = offersFingerprint(content, own);
    return [{ offerId: first.id, fingerprint, fields: texts, author: people.get(author) ?? null }];
  });
  return { offers, bundles };
}

export type OwnOffer = {
  id: string;
  field: string;
  locale: Locale;
  words: string;
  standing: Standing;
  /** When it was offered, or answered. */
  since: Date;
};

/** The viewer's last offer of each text and language, as long as there is something to tell of it. */
export async function listOwnOffers(
  viewer: Viewer,
  { kind, fields }: Noun,
  id: string,
  read: Read = query,
): Promise<OwnOffer[]> {
  const own = ownTable(kind);
  const { field, locale, decidedAt } = translationOffers;
  const editState = sql<RevisionState | null>`(select revision.state from ${entryRevisions} revision
    where revision.entry_id = ${translationOffers.entryId}
      and revision.created_at <= ${decidedAt} and revision.updated_at >= ${decidedAt}
    order by revision.created_at desc limit 1)`;
  const rows = await read((db) =>
    db
      .selectDistinctOn([field, locale], {
        ...offerColumns,
        state: translationOffers.state,
        decidedAt,
        edit: editState,
        online: onlineWords(kind, textsIn(fields)),
      })
      .from(translationOffers)
      .innerJoin(entries, eq(entries.id, translationOffers.entryId))
      .innerJoin(own, eq(own.id, entries.id))
      .innerJoin(members, eq(members.id, translationOffers.memberId))
      .where(
        and(
          eq(translationOffers.entryId, id),
          inArray(field, textsIn(fields)),
          eq(members.accountId, viewer.accountId),
        ),
      )
      .orderBy(asc(field), asc(locale), desc(translationOffers.createdAt)),
  );
  const offers = rows.flatMap(({ state, edit, online: live, createdAt, ...row }) => {
    const { decidedAt: answered, ...offer } = row;
    const standing = standingOf({ state, edit, words: offer.words }, live);
    return standing ? [{ ...offer, standing, since: answered ?? createdAt }] : [];
  });
  return inReadingOrder(fields, offers);
}

/** What is online in the place of an offer. */
function onlineWords(kind: EntryKind, texts: readonly string[]) {
  const columns: Record<string, PgColumn> = entryColumns(kind);
  const cases = texts.map(
    (text) =>
      sql`when ${sql.raw(`'${text}'`)} then ${columns[text]} ->> ${translationOffers.locale}`,
  );
  return sql<string>`coalesce(case ${translationOffers.field} ${sql.join(cases, sql` `)} end, '')`;
}

type InSight = { id: string; moderation: ModerationState; ownerStatus: MembershipStatus | null };

/** The same of an entry in sight, for the way to the sheet: only what waits for somebody, once it is published. */
export async function listOwnWaiting(
  viewer: Viewer,
  noun: Noun,
  entry: InSight | null,
  read: Read = query,
): Promise<OwnOffer[]> {
  if (entry?.moderation !== "published" || !isOwnerThere(entry)) return [];
  const offers = await listOwnOffers(viewer, noun, entry.id, read);
  return offers.filter(({ standing }) => standing === "offered" || standing === "accepted");
}

/** How many offers await the owner's answer, by language; empty for anybody else. */
export async function countOpenOffers(
  viewer: Viewer,
  { kind }: Noun,
  slug: string,
): Promise<Map<Locale, number>> {
  const rows = await query((db) =>
    db
      .select({ locale: translationOffers.locale, count: sql<number>`count(*)::int` })
      .from(translationOffers)
      .innerJoin(entries, eq(entries.id, translationOffers.entryId))
      .where(
        and(
          eq(entries.entryKind, kind),
          eq(entries.slug, slug),
          isOwnedBy(viewer),
          inArray(translationOffers.state, ["open"]),
        ),
      )
      .groupBy(translationOffers.locale),
  );
  return new Map(rows.map(({ locale, count }) => [locale, count]));
}
