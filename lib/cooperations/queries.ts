import "server-only";
import { and, asc, eq, inArray, like, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden, onlyIf } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { cooperationParties, cooperations } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { isSlug } from "@/lib/core/text/slug";
import { listAddresses, listNewest } from "@/lib/entries/newest.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { isInSight, isPublished, sightColumns } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { searchPatterns } from "@/lib/search/search-words";
import type { CooperationFilters } from "./cooperation-filters";

/** What a line of the list tells. */
const lineColumns = {
  id: entries.id,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  stale: entries.stale,
  agreementKind: cooperations.agreementKind,
  signed: cooperations.signed,
  renewed: cooperations.renewed,
  ends: cooperations.ends,
  foundingOnly: cooperations.foundingOnly,
};

export type CooperationLine = Awaited<ReturnType<typeof listCooperations>>["lines"][number];

/** A party; one whose page the viewer may not read has no name. */
export type Party = Awaited<ReturnType<typeof listParties>>[number];

export const COOPERATIONS_PER_PAGE = 50;

const isCooperation = eq(entries.entryKind, "cooperation");

/** Over since the last day that its end may mean. */
const isEnded = sql`(left(${today()}::text, length(${cooperations.ends})) > ${cooperations.ends}) is true`;

/** A page of the agreements online that fit, the oldest first, those without a date last, with their parties. */
export async function listCooperations(
  viewer: Viewer | null,
  filters: CooperationFilters,
  ask: Read = query,
) {
  const { kind, state, party, city, q, page } = filters;
  const where = and(
    isCooperation,
    isPublished,
    kind ? eq(cooperations.agreementKind, kind) : undefined,
    state ? (state === "ended" ? isEnded : sql`not ${isEnded}`) : undefined,
    party ? hasParty(viewer, eq(organisations.slug, party)) : undefined,
    city ? hasParty(viewer, eq(organisations.place, city)) : undefined,
    q ? says(q) : undefined,
  );
  const rows = await ask((db) =>
    db
      .select({ ...lineColumns, total: sql<number>`(count(*) over ())::int` })
      .from(entries)
      .innerJoin(cooperations, eq(cooperations.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(where)
      .orderBy(sql`${cooperations.signed} asc nulls last`, asc(entries.slug))
      .limit(COOPERATIONS_PER_PAGE)
      .offset((page - 1) * COOPERATIONS_PER_PAGE),
  );
  const parties = await listParties(
    viewer,
    rows.map(({ id }) => id),
    ask,
  );
  const lines = rows.map(({ total: _, ...row }) => ({
    ...row,
    parties: parties.filter(({ cooperationId }) => cooperationId === row.id),
  }));
  return { lines, total: rows[0]?.total ?? 0 };
}

/** Its line holds each word of what was typed. */
function says(q: string) {
  const patterns = searchPatterns(q);
  return patterns.length === 0
    ? sql`false`
    : and(...patterns.map((pattern) => like(entries.searchPublic, pattern)));
}

/** Whoever may not read that it is one finds nothing by it. */
const hasParty = (
  viewer: Viewer | null,
  which: SQL,
) => sql`exists (select from ${cooperationParties} p
  join ${organisations} on ${organisations.id} = p.organisation_id
  where p.cooperation_id = ${entries.id} and ${which} and ${isOrganisationInSight(viewer)})`;

/** The parties to these agreements, Lyon's side first. */
export async function listParties(
  viewer: Viewer | null,
  ids: readonly string[],
  ask: Read = query,
) {
  if (ids.length === 0) return [];
  const isSeen = isOrganisationInSight(viewer);
  const { cooperationId, organisationId, side, isToAct } = cooperationParties;
  const { slug, name, originalLocale, place } = organisations;
  const rows = await ask((db) =>
    db
      .select({
        cooperationId,
        organisationId,
        side,
        isToAct,
        originalLocale,
        slug: onlyIf(isSeen, slug),
        name: onlyIf(isSeen, name),
        place: onlyIf(isSeen, place),
      })
      .from(cooperationParties)
      .innerJoin(organisations, eq(organisations.id, organisationId))
      .where(inArray(cooperationId, [...ids]))
      .orderBy(sql`${side} desc`, asc(organisations.sortLatin), asc(slug)),
  );
  return rows;
}

export type CooperationPage = NonNullable<Awaited<ReturnType<typeof getCooperation>>>;

/** An agreement at its address with its parties, or null out of the viewer's sight; `act` is null for visitors and when none is due. */
export async function getCooperation(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const { subject, outcome, sources, actOn, actWords, fromSeed } = cooperations;
  const [row] = await query((db) =>
    db
      .select({
        ...lineColumns,
        ...{ subject, outcome, sources, actOn, actWords, fromSeed },
        ...sightColumns(),
        provenance: entries.provenance,
        version: entries.version,
        submittedAt: entries.submittedAt,
        publishedAt: entries.publishedAt,
        isHidden: isHidden(entries),
      })
      .from(entries)
      .innerJoin(cooperations, eq(cooperations.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isCooperation, eq(entries.slug, slug), isInSight(viewer))),
  );
  if (!row) return null;
  const { actOn: on, actWords: words, ...shown } = row;
  const isMember = viewer?.status === "active";
  return {
    ...shown,
    isOwn: ownsEntry(viewer, row),
    act: isMember && on ? { on, words } : null,
    parties: await listParties(viewer, [row.id]),
  };
}

/** Where parties stand that the viewer may read of, for the choices of the list. */
export async function listPartyPlaces(viewer: Viewer | null): Promise<string[]> {
  const { place } = organisations;
  const rows = await query((db) =>
    db
      .selectDistinct({ place })
      .from(cooperationParties)
      .innerJoin(organisations, eq(organisations.id, cooperationParties.organisationId))
      .innerJoin(entries, eq(entries.id, cooperationParties.cooperationId))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isPublished, isOrganisationInSight(viewer))),
  );
  return rows.flatMap((row) => row.place ?? []);
}

/** The newest ones, for feeds. */
export const listNewestCooperations = () =>
  listNewest("cooperation", isPublished, { sumsUp: cooperations.subject });

/** Where each one online stands, and when it last changed, for search engines. */
export const listPublicAddresses = () => listAddresses("cooperation", isPublished);
