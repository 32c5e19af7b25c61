import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { RevisionState } from "@/db/enums";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { translationOffers } from "@/db/schema/translations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { inReadingOrder } from "@/lib/entries/content";
import { PROJECT, PROJECT_TEXTS, type ProjectContent, type ProjectText } from "../project";
import { getProjectInSight, isProject, projectColumns } from "../sight.queries";
import { translatorOf } from "./people.queries";
import { offerFingerprint, offersFingerprint } from "./sheet";
import { type Standing, standingOf } from "./standing";

export type OfferToDecide = Awaited<ReturnType<typeof listOpenOffers>>["offers"][number];

export type OfferBundle = Awaited<ReturnType<typeof listOpenOffers>>["bundles"][number];

/** Offers sent together are shown in the order in which the texts are read. */
const readingOrder = sql.raw(`array[${PROJECT_TEXTS.map((field) => `'${field}'`).join(", ")}]`);

const offerColumns = {
  id: translationOffers.id,
  field: sql<ProjectText>`${translationOffers.field}`,
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
  projectId: string,
  content: ProjectContent,
  to: Locale,
  locale: Locale,
) {
  const rows = await query((db) =>
    db
      .select({ ...offerColumns, authorId: members.accountId })
      .from(translationOffers)
      .innerJoin(members, eq(members.id, translationOffers.memberId))
      .where(
        and(
          eq(translationOffers.entryId, projectId),
          inArray(translationOffers.field, PROJECT_TEXTS),
          eq(translationOffers.locale, to),
          eq(translationOffers.state, "open"),
        ),
      )
      .orderBy(
        asc(translationOffers.createdAt),
        sql`array_position(${readingOrder}, ${translationOffers.field})`,
      ),
  );
  const authors = [...new Set(rows.map(({ authorId }) => authorId))];
  const people = await translatorOf(viewer, authors, locale);
  const offers = rows.map(({ authorId, ...offer }) => ({
    ...offer,
    original: content[offer.field][content.originalLocale] ?? "",
    current: content[offer.field][to] ?? "",
    author: people.get(authorId) ?? null,
    fingerprint: offerFingerprint(content, offer),
  }));
  const bundles = authors.flatMap((author) => {
    const own = inReadingOrder(
      PROJECT,
      rows.filter(({ authorId }) => authorId === author),
    );
    const [first] = own;
    if (!first || own.length < 2) return [];
    const fields = own.map(({ field }) => field);
    const fingerprint = offersFingerprint(content, own);
    return [{ offerId: first.id, fingerprint, fields, author: people.get(author) ?? null }];
  });
  return { offers, bundles };
}

export type OwnOffer = {
  id: string;
  field: ProjectText;
  locale: Locale;
  words: string;
  standing: Standing;
  /** When it was offered, or answered. */
  since: Date;
};

/** The viewer's last offer of each text and language, as long as there is something to tell of it. */
export async function listOwnOffers(viewer: Viewer, projectId: string): Promise<OwnOffer[]> {
  const { field, locale, decidedAt } = translationOffers;
  const editState = sql<RevisionState | null>`(select revision.state from ${entryRevisions} revision
    where revision.entry_id = ${translationOffers.entryId}
      and revision.created_at <= ${decidedAt} and revision.updated_at >= ${decidedAt}
    order by revision.created_at desc limit 1)`;
  const rows = await query((db) =>
    db
      .selectDistinctOn([field, locale], {
        ...offerColumns,
        state: translationOffers.state,
        decidedAt,
        edit: editState,
        online,
      })
      .from(translationOffers)
      .innerJoin(entries, eq(entries.id, translationOffers.entryId))
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, translationOffers.memberId))
      .where(
        and(
          eq(translationOffers.entryId, projectId),
          inArray(field, PROJECT_TEXTS),
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
  return inReadingOrder(PROJECT, offers);
}

/** What is online in the place of an offer. */
const online = sql<string>`coalesce(case ${translationOffers.field} ${sql.join(
  PROJECT_TEXTS.map(
    (one) =>
      sql`when ${sql.raw(`'${one}'`)} then ${projectColumns[one]} ->> ${translationOffers.locale}`,
  ),
  sql` `,
)} end, '')`;

/** The same by the address of a published project, for the way to the sheet: only what waits for somebody. */
export async function listOwnWaiting(viewer: Viewer, slug: string): Promise<OwnOffer[]> {
  const project = await getProjectInSight(viewer, slug);
  if (project?.moderation !== "published" || project.ownerStatus !== "active") return [];
  const offers = await listOwnOffers(viewer, project.id);
  return offers.filter(({ standing }) => standing === "offered" || standing === "accepted");
}

/** How many offers await the owner's answer, by language; empty for anybody else. */
export async function countOpenOffers(viewer: Viewer, slug: string): Promise<Map<Locale, number>> {
  const rows = await query((db) =>
    db
      .select({ locale: translationOffers.locale, count: sql<number>`count(*)::int` })
      .from(translationOffers)
      .innerJoin(entries, eq(entries.id, translationOffers.entryId))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .where(
        and(
          isProject,
          eq(entries.slug, slug),
          eq(members.accountId, viewer.accountId),
          inArray(translationOffers.state, ["open"]),
        ),
      )
      .groupBy(translationOffers.locale),
  );
  return new Map(rows.map(({ locale, count }) => [locale, count]));
}
