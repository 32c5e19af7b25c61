import "server-only";
import { and, eq, inArray, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { query, type Reader, type Transaction } from "@/db/client";
import { onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { activitySightOf, isInSight as isActivityInSight } from "@/lib/activities/sight.queries";
import { belongs } from "@/lib/affiliations/queries";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { isProject } from "@/lib/projects/sight.queries";
import { LINKED, type Linked, type LinkInput } from "./experience";

export type Link = Awaited<ReturnType<typeof findLinks>>[number];

type Ids = Record<`${Linked}Id`, string | null>;

/** Which are meant: by their keys, by the address of one of a kind, and all of the viewer's own. */
type Meant = { keys?: string[]; slugs?: LinkInput; areOwn?: true; areNamed?: boolean };

type Table = typeof entries | typeof activities | typeof organisations;

type Start = Partial<Record<"cities" | "from" | "to", SQLWrapper>>;

/** What is read of one kind, with where and when it was for what a member learned there, as far as they may be told. */
function columnsOf(
  kind: Linked,
  table: Table,
  { cities = sql`null::text[]`, from = sql`null::integer`, to = from }: Start = {},
) {
  const { id, slug, originalLocale } = table as typeof entries;
  return {
    ...{ id, slug, originalLocale, kind: sql<Linked>`${kind}::text` },
    title: ("name" in table ? table.name : table.title) as typeof entries.title,
    cities: sql`${cities}`.mapWith(entries.cities) as SQL<string[] | null>,
    fromYear: sql<number | null>`${from}`,
    toYear: sql<number | null>`${to}`,
  };
}

/** Those in the viewer's sight that are meant, by kind and address, with their pages (`to`, without language). */
async function findLinks(db: Reader, viewer: Viewer, meant: Meant, locale: Locale) {
  const { keys = [], slugs = {}, areOwn, areNamed } = meant;
  const isMeant = (kind: Linked, table: Table, isOwn: SQL) => {
    const { id, slug } = table as typeof entries;
    return or(areOwn && isOwn, inArray(id, keys), eq(slug, slugs[kind] || ""));
  };
  const me = sql`${viewer.memberId}::uuid`;
  const owns = eq(entries.ownerId, me);
  const did = eq(activities.memberId, me);
  const isTold = areNamed ? eq(entries.ownerLevel, "members") : undefined;
  const { since: from, until: to, cities } = activities;
  const rows = await unionAll(
    db
      .select(columnsOf("project", entries, { cities: onlyIf(owns, entries.cities) }))
      .from(entries)
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isProject, isEntryInSight(viewer), isTold, isMeant("project", entries, owns))),
    db
      .select(columnsOf("activity", activities, { cities, from, to }))
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isActivityInSight(activitySightOf(viewer)), isMeant("activity", activities, did))),
    db
      .select(columnsOf("organisation", organisations))
      .from(organisations)
      .where(
        and(isOrganisationInSight(viewer), isMeant("organisation", organisations, belongs(viewer))),
      ),
  ).orderBy(sql`slug`);
  const inOrder = LINKED.flatMap((of) => rows.filter(({ kind }) => kind === of));
  return inOrder.map((row) => {
    const picked = pickText(row.title, locale, row.originalLocale);
    const { text: title, lang } = picked ?? { text: row.slug, lang: locale };
    return { ...row, to: `${PAGES[row.kind]}/${row.slug}`, title, lang };
  });
}

const PAGES = { project: "/projects", activity: "/activities", organisation: "/organisations" };

/**
 * What an experience is about, as far as an active account sees it: of somebody who is not named nothing, since it could tell who
 * they are, and no project whose owner is not named, since its author may well be.
 */
export async function listLinks(
  viewer: Viewer | null,
  about: Ids & { isOwn: boolean; isNamed: boolean },
  locale: Locale,
): Promise<Link[]> {
  const { isOwn, isNamed, projectId, activityId, organisationId } = about;
  if (!mayRead(viewer) || !(isOwn || isNamed)) return [];
  const keys = [projectId, activityId, organisationId].filter((key) => key !== null);
  return query((db) => findLinks(db, viewer, { keys, areNamed: !isOwn }, locale));
}

/** What a member may say that it is about: what is their own, and what is named by its address (`asked`) or is `kept`. */
export async function listLinkChoices(
  viewer: Viewer,
  { asked, kept = [] }: { asked?: LinkInput; kept?: readonly Link[] },
  locale: Locale,
): Promise<Link[]> {
  const meant = { keys: kept.map(({ id }) => id), slugs: asked, areOwn: true } as const;
  return query((db) => findLinks(db, viewer, meant, locale));
}

/** The keys of what is named by its address, one's own or in sight; throws `notInList` on the field of what is not. */
export async function resolveLinks(
  tx: Transaction,
  viewer: Viewer,
  slugs: LinkInput,
): Promise<Ids> {
  const ids: Ids = { projectId: null, activityId: null, organisationId: null };
  const asked = LINKED.filter((kind) => slugs[kind]);
  const found = asked.length > 0 ? await findLinks(tx, viewer, { slugs }, "fr") : [];
  for (const kind of asked) {
    const link = found.find((one) => one.kind === kind);
    if (!link) throw new AppError("notInList", { field: `links.${kind}` });
    ids[`${kind}Id`] = link.id;
  }
  return ids;
}
