import "server-only";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
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
import { pickText } from "@/lib/core/i18n/localized-text";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { isProject } from "@/lib/projects/sight.queries";
import { LINKED, type Linked, type LinkInput } from "./experience";

type Reader = Database | Transaction;

export type Link = { kind: Linked; id: string; slug: string; title: string; lang: Locale };

type Table = typeof entries | typeof activities | typeof organisations;

/** Which of them, by their table and what says that one is the viewer's own. */
type Which = (table: Table, isOwn: SQL) => SQL | undefined;

/** Where those of each kind lie, whose they are, and which of them a viewer sees. */
const SOURCES: Record<Linked, { table: Table; ownerId?: PgColumn; sight: Sight }> = {
  project: {
    table: entries,
    ownerId: entries.ownerId,
    sight: (viewer) => and(isProject, isEntryInSight(viewer)),
  },
  activity: {
    table: activities,
    ownerId: activities.memberId,
    sight: (viewer) => isActivityInSight(activitySightOf(viewer)),
  },
  organisation: { table: organisations, sight: isOrganisationInSight },
};

type Sight = (viewer: Viewer) => SQL | undefined;

/** Of one kind, those in the viewer's sight for which a condition holds. */
async function findLinks(db: Reader, viewer: Viewer, kind: Linked, which: Which, locale: Locale) {
  const { table, ownerId, sight } = SOURCES[kind];
  const me = sql`${viewer.memberId}::uuid`;
  const belongs = sql`exists (select 1 from ${affiliations}
    where ${affiliations.organisationId} = ${organisations.id} and ${affiliations.memberId} = ${me})`;
  const { id, slug, originalLocale } = table;
  const rows = await db
    .select({ id, slug, originalLocale, title: "name" in table ? table.name : table.title })
    .from(table as typeof entries)
    .leftJoin(members, ownerId ? eq(members.id, ownerId) : sql`false`)
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(sight(viewer), which(table, ownerId ? eq(ownerId, me) : belongs)))
    .orderBy(asc(slug));
  return rows.map((row): Link => {
    const picked = pickText(row.title, locale, row.originalLocale);
    const { text: title, lang } = picked ?? { text: row.slug, lang: locale };
    return { kind, id: row.id, slug: row.slug, title, lang };
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
