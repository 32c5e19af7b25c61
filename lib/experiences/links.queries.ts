import "server-only";
import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { type Database, query, type Transaction } from "@/db/client";
import { onlyIf } from "@/db/columns";
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

export type Link = Awaited<ReturnType<typeof findLinks>>[number];

/** Where and when it was, for what a member learned there; nothing where that is not theirs to tell. */
type Start = {
  cities: SQL<string[] | null> | typeof activities.cities;
  fromYear: SQL<null> | typeof activities.since;
  toYear: SQL<null> | typeof activities.until;
};

const UNTOLD = { cities: sql<null>`null`, fromYear: sql<null>`null`, toYear: sql<null>`null` };

type Source = {
  table: typeof entries | typeof activities | typeof organisations;
  ownerId?: PgColumn;
  page: string;
  sight: (viewer: Viewer) => SQL | undefined;
  start: (isOwn: SQL) => Start;
};

/** Where those of each kind lie, whose they are, and which of them a viewer sees. */
const SOURCES: Record<Linked, Source> = {
  project: {
    table: entries,
    ownerId: entries.ownerId,
    page: "/projects",
    sight: (viewer) => and(isProject, isEntryInSight(viewer)),
    start: (isOwn) => ({ ...UNTOLD, cities: onlyIf(isOwn, entries.cities) }),
  },
  activity: {
    table: activities,
    ownerId: activities.memberId,
    page: "/activities",
    sight: (viewer) => isActivityInSight(activitySightOf(viewer)),
    start: () => ({
      cities: activities.cities,
      fromYear: activities.since,
      toYear: activities.until,
    }),
  },
  organisation: {
    table: organisations,
    page: "/organisations",
    sight: isOrganisationInSight,
    start: () => UNTOLD,
  },
};

/** Which are meant: with these keys, at these addresses, all of the viewer's own; and of them those that are told. */
type Meant = { ids?: string[]; slugs?: string[]; areOwn?: true; areTold?: SQL };

/** Of one kind, those in the viewer's sight that are meant, with their pages (`to`, without language). */
async function findLinks(db: Reader, viewer: Viewer, kind: Linked, meant: Meant, locale: Locale) {
  const { table, ownerId, page, sight, start } = SOURCES[kind];
  const { ids = [], slugs = [], areOwn, areTold } = meant;
  const me = sql`${viewer.memberId}::uuid`;
  const belongs = sql`exists (select 1 from ${affiliations}
    where ${affiliations.organisationId} = ${organisations.id} and ${affiliations.memberId} = ${me})`;
  const isOwn = ownerId ? eq(ownerId, me) : belongs;
  const { id, slug, originalLocale } = table;
  const names = { slug, originalLocale, title: "name" in table ? table.name : table.title };
  const isMeant = or(areOwn && isOwn, inArray(slug, slugs), inArray(id, ids));
  const rows = await db
    .select({ id, ...names, ...start(isOwn) })
    .from(table as typeof entries)
    .leftJoin(members, ownerId ? eq(members.id, ownerId) : sql`false`)
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(sight(viewer), isMeant, areTold))
    .orderBy(asc(slug));
  return rows.map((row) => {
    const picked = pickText(row.title, locale, row.originalLocale);
    const { text: title, lang } = picked ?? { text: row.slug, lang: locale };
    return { ...row, kind, to: `${page}/${row.slug}`, title, lang };
  });
}

type Ids = Record<`${Linked}Id`, string | null>;

/**
 * What an experience is about, as far as an active account sees it: of somebody who is not named nothing, since it could tell who
 * they are, and no project whose owner is not named, since its author may well be.
 */
export async function listLinks(
  viewer: Viewer | null,
  { isOwn, isNamed, ...about }: Ids & { isOwn: boolean; isNamed: boolean },
  locale: Locale,
): Promise<Link[]> {
  if (viewer?.status !== "active" || !(isOwn || isNamed)) return [];
  const areTold = isOwn ? undefined : eq(entries.ownerLevel, "members");
  const found = await Promise.all(
    LINKED.map((kind) => {
      const ids = [about[`${kind}Id`] ?? []].flat();
      const meant = kind === "project" ? { ids, areTold } : { ids };
      return ids.length > 0 ? query((db) => findLinks(db, viewer, kind, meant, locale)) : [];
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
      const meant: Meant = { areOwn: true, slugs: [asked[kind] ?? ""], ids };
      return [kind, await query((db) => findLinks(db, viewer, kind, meant, locale))];
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
    const [link] = await findLinks(tx, viewer, kind, { slugs: [slug] }, "fr");
    if (!link) throw new AppError("notInList", { field: `links.${kind}` });
    ids[`${kind}Id`] = link.id;
  }
  return ids;
}
