import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { referenceOptions } from "@/db/reference/lists";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { contactTo } from "@/lib/members/contacts.queries";
import { type MemberCardData, toMemberCard } from "@/lib/members/member-card";
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
  db: Database | Transaction,
  viewer: Viewer,
  filters: DirectoryFilters,
  locale: Locale,
): Promise<MemberList> {
  const { q, sectors, cities, page } = filters;
  const sort = filters.sort === "recent" ? "newest" : "name";
  const asked = { q, chosen: { sectors, cities }, sort, page } as const;
  const list = listFor(viewer);
  const cards = cardsFor(db, viewer, list);
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
    members: found.cards.map((row) => toMemberCard(row, locale)),
    similar: similar.map((row) => toMemberCard(row, locale)),
    sectors: countedOptions(found.counts, "sectors", referenceOptions("sectors", locale), sectors),
    cities: countedOptions(found.counts, "cities", referenceOptions("cities", locale), cities),
    without: isEmptied ? await countWithout(db, list, asked, found) : [],
  };
}

const listFor = (viewer: Viewer): LineList => ({
  kind: "member",
  audience: isStaff(viewer) ? "team" : "members",
});

/** Of lines by their keys and in their order; whoever has left the list meanwhile is left out. */
function cardsFor(db: Database | Transaction, viewer: Viewer, list: LineList) {
  const sight = sightOf(viewer);
  const shared = contactTo(db, sight);
  return (keys: SQL) =>
    db
      .select(memberColumns({ ...sight, isContact: shared.isContact }))
      .from(members)
      .innerJoin(...lineOf(list, members.id))
      .crossJoinLateral(shared)
      .where(sql`${members.id} = any (${keys})`)
      .orderBy(sql`array_position(${keys}, ${members.id})`);
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
