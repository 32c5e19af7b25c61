import "server-only";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { activitySightOf, isInSight as isActivityInSight } from "@/lib/activities/sight.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { isProject } from "@/lib/projects/sight.queries";
import { LINKED, type Linked, type LinkInput } from "./experience";

type Reader = Database | Transaction;

export type Link = { kind: Linked; id: string; slug: string; title: string; lang: Locale };

type Row = { id: string; slug: string; title: LocalizedText; originalLocale: Locale };
type Table = typeof entries | typeof activities | typeof organisations;

/** Which of them, by their table and what says that one is the viewer's own. */
type Which = (table: Table, isOwn: SQL) => SQL | undefined;

/** Of one kind, those in the viewer's sight for which a condition holds. */
const FIND: Record<Linked, (db: Reader, viewer: Viewer, which: Which) => Promise<Row[]>> = {
  project(db, viewer, which) {
    const { id, slug, title, originalLocale, ownerId } = entries;
    const isThis = which(entries, eq(ownerId, own(viewer)));
    return db
      .select({ id, slug, title, originalLocale })
      .from(entries)
      .innerJoin(members, eq(members.id, ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isProject, isEntryInSight(viewer), isThis))
      .orderBy(asc(slug));
  },
  activity(db, viewer, which) {
    const { id, slug, title, originalLocale, memberId } = activities;
    const isThis = which(activities, eq(memberId, own(viewer)));
    return db
      .select({ id, slug, title, originalLocale })
      .from(activities)
      .innerJoin(members, eq(members.id, memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isActivityInSight(activitySightOf(viewer)), isThis))
      .orderBy(asc(slug));
  },
  organisation(db, viewer, which) {
    const { id, slug, name: title, originalLocale } = organisations;
    return db
      .select({ id, slug, title, originalLocale })
      .from(organisations)
      .where(and(isOrganisationInSight(viewer), which(organisations, belongsTo(viewer))))
      .orderBy(asc(slug));
  },
};

const own = (viewer: Viewer) => sql`${viewer.memberId}::uuid`;

const belongsTo = (viewer: Viewer) => sql`exists (select 1 from ${affiliations}
  where ${affiliations.organisationId} = ${organisations.id} and ${affiliations.memberId} = ${own(viewer)})`;

async function findLinks(db: Reader, viewer: Viewer, kind: Linked, which: Which, locale: Locale) {
  const rows = await FIND[kind](db, viewer, which);
  return rows.map(({ id, slug, title, originalLocale }): Link => {
    const picked = pickText(title, locale, originalLocale);
    return { kind, id, slug, title: picked?.text ?? slug, lang: picked?.lang ?? locale };
  });
}

type Ids = { projectId: string | null; activityId: string | null; organisationId: string | null };

type About = Ids & { isOwn: boolean; isNamed: boolean };

/**
 * What an experience is about, as far as an active account sees it: of somebody who is not named nothing, since it could tell who
 * they are, and no project whose owner is not named, since its author may well be.
 */
export async function listLinks(
  viewer: Viewer | null,
  { isOwn, isNamed, ...ids }: About,
  locale: Locale,
): Promise<Link[]> {
  if (viewer?.status !== "active" || !(isOwn || isNamed)) return [];
  const found = await Promise.all(
    LINKED.map((kind) => {
      const id = ids[`${kind}Id`];
      const isTold = isOwn || kind !== "project" ? undefined : eq(entries.ownerLevel, "members");
      const which: Which = (table) => and(eq(table.id, id ?? ""), isTold);
      return id ? query((db) => findLinks(db, viewer, kind, which, locale)) : [];
    }),
  );
  return found.flat();
}

/** What a member may say that it is about: what is their own, and what is named by its address (`asked`) or is `kept`. */
export async function listLinkChoices(
  viewer: Viewer,
  { asked = {}, kept = [] }: { asked?: LinkInput; kept?: readonly Link[] },
  locale: Locale,
): Promise<Record<Linked, Link[]>> {
  const choices = await Promise.all(
    LINKED.map(async (kind) => {
      const ids = kept.filter((one) => one.kind === kind).map(({ id }) => id);
      const which: Which = (table, isOwn) =>
        or(isOwn, eq(table.slug, asked[kind] ?? ""), inArray(table.id, ids));
      return [kind, await query((db) => findLinks(db, viewer, kind, which, locale))];
    }),
  );
  return Object.fromEntries(choices);
}

/** The keys of what is named by its address, one's own or in sight; throws `notInList` on the field of what is not. */
export async function resolveLinks(
  tx: Transaction,
  viewer: Viewer,
  input: LinkInput,
): Promise<Ids> {
  const ids: Ids = { projectId: null, activityId: null, organisationId: null };
  for (const kind of LINKED) {
    const slug = input[kind];
    if (!slug) continue;
    const which: Which = (table) => eq(table.slug, slug);
    const [link] = await findLinks(tx, viewer, kind, which, "fr");
    if (!link) throw new AppError("notInList", { field: `links.${kind}` });
    ids[`${kind}Id`] = link.id;
  }
  return ids;
}
