import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { referenceOptions } from "@/db/reference/lists";
import { affiliations } from "@/db/schema/affiliations";
import { members } from "@/db/schema/members";
import { searchCards } from "@/db/schema/search";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { readCard } from "@/lib/members/card-of-line";
import { contactTo } from "@/lib/members/contacts.queries";
import { type MemberCardData, type MemberCardRow, toMemberCard } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { memberColumns } from "@/lib/members/sight.queries";
import { type LineList, tableOf } from "@/lib/search/line-sources.queries";
import {
  type Count,
  countWithout,
  type Found,
  findLines,
  findSimilar,
  lineOf,
} from "@/lib/search/lines.queries";
import { type CountedOption, countedOptions } from "@/lib/search/list-page";
import type { DirectoryFilters } from "./directory-address";

export type MemberList = Count & {
  page: number;
  pageCount: number;
  /** That not even the last page shows the last of them. */
  isCut?: boolean;
  members: MemberCardData[];
  /** Choices that somebody in reach has, and those chosen; sorted for the reader. */
  sectors: CountedOption[];
  cities: CountedOption[];
  /** When nobody is found by words alone: up to six whose names are like them. */
  similar?: MemberCardData[];
  /** When nobody is found: how many there would be without one of the filters. */
  without: ({ filter: "q" | "sectors" | "cities" } & Count)[];
};

const NOBODY: Found & { cards: never[] } = {
  cards: [],
  total: 0,
  page: 1,
  pageCount: 1,
  isCut: false,
  counts: new Map(),
  without: new Map(),
};

/**
 * One page of the active members who stand in the directory, 24 at most, with the counts of the filters (any of a kind,
 * all of the kinds).
 * Whoever is not active finds nobody. Hidden fields are null, and are not matched, counted or sorted by.
 */
export const listMembers = (viewer: Viewer, filters: DirectoryFilters, locale: Locale) =>
  query((db) => readMembers(db, viewer, filters, locale));

/** The same on a connection of one's own. */
export async function readMembers(
  db: Reader,
  viewer: Viewer,
  filters: DirectoryFilters,
  locale: Locale,
): Promise<MemberList> {
  const { q, sectors, cities, page } = filters;
  const sort = filters.sort === "recent" ? "newest" : "name";
  const asked = { q, chosen: { sectors, cities }, sort, page } as const;
  const list = listFor(viewer);
  const cards = cardsFor(db, viewer, list);
  const shown = async (kept: Kept[]) =>
    (await shownOf(db, viewer, kept)).map((row) => toMemberCard(row, locale));
  const isActive = mayRead(viewer);
  const found = isActive ? await findLines(db, list, asked, { cards, locale }) : NOBODY;
  const isEmptied = found.total === 0 && found.without.size > 0;
  const isByWords = found !== NOBODY && found.total === 0 && found.without.size === 0;
  const similar = isByWords ? await findSimilar(db, list, q, cards) : [];
  return {
    total: found.total,
    isMore: found.isMore,
    page: found.page,
    pageCount: found.pageCount,
    isCut: found.isCut,
    members: await shown(found.cards),
    similar: await shown(similar),
    sectors: countedOptions(found.counts, "sectors", referenceOptions("sectors", locale), sectors),
    cities: countedOptions(found.counts, "cities", referenceOptions("cities", locale), cities),
    without: isEmptied ? await countWithout(db, list, asked, found) : [],
  };
}

const listFor = (viewer: Viewer): LineList => ({
  kind: "member",
  audience: isStaff(viewer) ? "team" : "members",
});

type Kept = { id: string; card: unknown; isClose: boolean };

const { subjectId, audience, card } = searchCards;

/** Of lines by their keys and in their order: their cards, and whose say more to the viewer than to others. */
const cardsFor = (db: Reader, viewer: Viewer, list: LineList) => (keys: SQL) =>
  db
    .select({ id: subjectId, card, isClose: isClose(viewer) })
    .from(searchCards)
    .where(sql`${subjectId} = any (${keys}) and ${audience} = ${sql.raw(`'${list.audience}'`)}`)
    .orderBy(sql`array_position(${keys}, ${subjectId})`);

/** Oneself; a contact to whom more is open; whoever is of an organisation that shows itself to its people alone. */
function isClose({ memberId }: Viewer): SQL<boolean> {
  if (!memberId) return sql<boolean>`false`;
  const own = sql`select organisation_id from ${affiliations} own where own.member_id = ${memberId}`;
  return sql<boolean>`(${subjectId} = ${memberId}
    or ${card} ? 'contacts' and ${subjectId} = any ((select contacts_of(${memberId}::uuid))::uuid[])
    or ${card} ? 'within' and (${card} ->> 'within')::uuid = any (array(${own})))`;
}

/** What a page shows; of those who are close to the viewer what they see, and who has left meanwhile is left out. */
async function shownOf(db: Reader, viewer: Viewer, kept: Kept[]): Promise<MemberCardRow[]> {
  const close = kept.filter((one) => one.isClose).map(({ id }) => id);
  if (close.length === 0) return kept.map(({ card }) => readCard(card));
  const list = listFor(viewer);
  const sight = sightOf(viewer);
  const shared = contactTo(db, sight);
  const seen = await db
    .select({ id: members.id, ...memberColumns({ ...sight, isContact: shared.isContact }) })
    .from(members)
    .innerJoin(...lineOf(list, members.id))
    .crossJoinLateral(shared)
    .where(inArray(members.id, close));
  const byId = new Map(seen.map((row) => [row.id, row]));
  return kept.flatMap((one) => (one.isClose ? (byId.get(one.id) ?? []) : readCard(one.card)));
}

/** One more than is counted. */
const MOST_NEW = 101;

/**
 * Active members in the directory who joined since an instant, newest first: how many, 101 for more than a hundred, and
 * the first six. Never the viewer.
 */
export async function listNewMembers(
  viewer: Viewer,
  since: Date,
  locale: Locale,
  read: Read = query,
): Promise<{ total: number; members: MemberCardData[] }> {
  if (!mayRead(viewer)) return { total: 0, members: [] };
  const rows = await read((db) => {
    const recent = newestSince(listFor(viewer), since, { most: MOST_NEW, but: viewer.memberId });
    const order = sql`recent.sort_newest collate "C" desc, recent.subject_id`;
    const first = sql`(select *, (count(*) over ())::int as total from ${recent} recent order by ${order} limit 6) recent`;
    return db
      .select({ ...memberColumns(sightOf(viewer)), total: sql<number>`recent.total` })
      .from(first)
      .innerJoin(members, sql`${members.id} = recent.subject_id`)
      .orderBy(order);
  });
  return { total: rows[0]?.total ?? 0, members: rows.map((row) => toMemberCard(row, locale)) };
}

/**
 * The last who joined since an instant, by their lines (`joined_on created_at`): the day says who is new to the club, the
 * instant who has been announced already.
 */
function newestSince(
  list: LineList,
  since: Date,
  { most, but }: { most: number; but: string | null },
): SQL {
  const at = since.toISOString();
  const day = at.slice(0, 10);
  const instant = `${at.replace(/\D/g, "")}000`;
  return sql`(select subject_id, sort_newest from ${tableOf(list)}
    where sort_newest collate "C" >= ${day} and substr(sort_newest, 12) collate "C" > ${instant}
      and subject_id is distinct from ${but}::uuid
    order by sort_newest collate "C" desc, subject_id limit ${sql.raw(`${most}`)})`;
}
