import "server-only";
import { type AnyColumn, and, eq, gt, max, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { PartySide } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { cooperationParties, cooperations } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { isSlug } from "@/lib/core/text/slug";
import { listAddresses, listNewest } from "@/lib/entries/newest.queries";
import { ownsEntry } from "@/lib/entries/policy";
import { isInSight, isPublished, sightColumns } from "@/lib/entries/sight.queries";
import { audienceOf } from "@/lib/organisations/listing.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";
import { findLines } from "@/lib/search/lines.queries";
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
export type Party = {
  organisationId: string;
  side: PartySide;
  isToAct: boolean;
  originalLocale: Locale;
  slug: string | null;
  name: LocalizedText | null;
  place: string | null;
};

const isCooperation = eq(entries.entryKind, "cooperation");

/** A page of the agreements online that fit, the oldest first, those without a date last; the last page for any past it. */
export const listCooperations = (viewer: Viewer | null, filters: CooperationFilters) =>
  query((db) => readCooperations(db, viewer, filters));

/** The same on a connection of one's own. */
export async function readCooperations(
  db: Reader,
  viewer: Viewer | null,
  filters: CooperationFilters,
) {
  const { kind, state, party, city, q, page } = filters;
  const some = (value: string) => (value ? [value] : []);
  const chosen = {
    ...{ kinds: some(kind), states: some(state) },
    ...{ parties: some(party), cities: some(city) },
  };
  // What sorts other lists by name holds when an agreement was signed.
  const asked = { q, chosen, page, sort: "name" } as const;
  const cards = (keys: SQL) => cardsFor(db, viewer, keys);
  const list = { kind: "cooperation", audience: audienceOf(viewer) } as const;
  const { cards: lines, ...found } = await findLines(db, list, asked, { cards });
  const places = [...found.counts].flatMap(([value, count]) =>
    value.startsWith("cities:") && (count !== 0 || value === `cities:${city}`)
      ? [value.slice("cities:".length)]
      : [],
  );
  return { ...found, lines, places };
}

/** The first agreements of one organisation, as the list has them. */
export const listCooperationsOf = (viewer: Viewer | null, organisationId: string) =>
  query((db) =>
    cardsFor(
      db,
      viewer,
      sql`array(select cooperation_id from ${cooperationParties} party
        join ${cooperations} signing on signing.id = party.cooperation_id
        where party.organisation_id = ${organisationId}::uuid order by signing.signed nulls last, signing.id limit 20)`,
    ),
  );

/** What is shown of agreements by their keys and in their order; what is no longer in sight is left out. */
const cardsFor = (db: Reader, viewer: Viewer | null, keys: SQL) =>
  db
    .select({ ...lineColumns, parties: partiesFor(viewer) })
    .from(entries)
    .innerJoin(cooperations, eq(cooperations.id, entries.id))
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(isCooperation, isPublished, sql`${entries.id} = any (${keys})`))
    .orderBy(sql`array_position(${keys}, ${entries.id})`);

/** The parties to an agreement, Lyon's side first; of each those last who have no name here, whose place would tell how it begins. */
export function partiesFor(viewer: Viewer | null) {
  const { cooperationId, organisationId, side, isToAct } = cooperationParties;
  const { id, slug, name, originalLocale, place, sortLatin } = organisations;
  const seen = (column: AnyColumn) =>
    sql`case when ${isOrganisationInSight(viewer)} then ${column} end`;
  return sql<Party[]>`(select coalesce(json_agg(json_build_object(
      'organisationId', ${organisationId}, 'side', ${side}, 'isToAct', ${isToAct}, 'originalLocale', ${originalLocale},
      'slug', ${seen(slug)}, 'name', ${seen(name)}, 'place', ${seen(place)})
      order by ${side} desc, ${seen(sortLatin)}, ${seen(slug)}, ${id}), '[]')
    from ${cooperationParties} join ${organisations} on ${id} = ${organisationId}
    where ${cooperationId} = ${entries.id})`;
}

/** The parties to an agreement, for whoever may read it. */
export async function listParties(viewer: Viewer | null, id: string): Promise<Party[]> {
  const [row] = await query((db) =>
    db
      .select({ parties: partiesFor(viewer) })
      .from(entries)
      .innerJoin(cooperations, eq(cooperations.id, entries.id))
      .where(eq(entries.id, id)),
  );
  return row?.parties ?? [];
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
        parties: partiesFor(viewer),
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
  const isMember = mayRead(viewer);
  return {
    ...shown,
    isOwn: ownsEntry(viewer, row),
    act: isMember && on ? { on, words } : null,
  };
}

/** The newest ones, for feeds. */
export const listNewestCooperations = () =>
  listNewest("cooperation", isPublished, { sumsUp: cooperations.subject });

/** Where each one online stands, and when it last changed, for search engines. */
export const listPublicAddresses = () => listAddresses("cooperation", isPublished);

/** When its parties were changed last since the club team decided on it; null where they were not, and for others. */
export async function getPartiesSetAt(viewer: Viewer, id: string): Promise<Date | null> {
  if (!isStaff(viewer)) return null;
  const { name, subjectType, subjectId, createdAt } = auditEvents;
  const decided = sql`(select max(decided_at) from decisions
    where subject_type = 'cooperation' and subject_id = ${id})`;
  const [row] = await query((db) =>
    db
      .select({ at: max(createdAt) })
      .from(auditEvents)
      .where(
        and(
          eq(subjectType, "cooperation"),
          eq(subjectId, id),
          eq(name, "cooperation.parties-set"),
          gt(createdAt, decided),
        ),
      ),
  );
  return row?.at ?? null;
}
