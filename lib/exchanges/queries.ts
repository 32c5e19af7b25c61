import "server-only";
import { asc, count, desc, eq, ne, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { type Database, query } from "@/db/client";
import { together } from "@/db/together";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { digestOf } from "@/lib/core/files/known-answer";
import type { Locale } from "@/lib/core/i18n/locales";
import { interestKeys, selectInterests } from "@/lib/interests/listed.queries";
import { introductionKeys, selectIntroductions } from "@/lib/introductions/listed.queries";
import {
  roomInvitationKeys,
  roomKeys,
  selectLastWords,
  selectOthers,
  selectRoomInvitations,
  selectRooms,
} from "@/lib/rooms/listed.queries";
import {
  EXCHANGES_PER_PAGE,
  type ExchangeFilters,
  type ExchangeGroup,
  GROUPS,
} from "./exchange-filters";

type Reader = Viewer & { memberId: string };

/** How many exchanges a member has in each group; `mark` is another one as soon as the list would show something else. */
export type ExchangesNow = { counts: Record<ExchangeGroup, number>; mark: string };

export type ExchangeList = ExchangesNow &
  Awaited<ReturnType<typeof readPage>> & { page: number; pageCount: number };

const GROUP = sql<number>`(case when is_turn then 0 when is_news then 1 when is_ended then 4
  when is_waiting then 2 else 3 end)`;

/** All that stands between the reader and others: each noun says what of it is theirs. */
const exchanges = (db: Database, reader: Reader, day: string) =>
  unionAll(
    interestKeys(db, reader),
    introductionKeys(db, reader, day),
    roomKeys(db, reader),
    roomInvitationKeys(db, reader),
  ).as("exchanges");

const noCounts = (): ExchangesNow["counts"] => ({
  turn: 0,
  news: 0,
  waiting: 0,
  rest: 0,
  ended: 0,
});

/** What the viewer's list holds now, on a day `YYYY-MM-DD` in Lyon. */
export async function countExchanges(viewer: Viewer, day = today()): Promise<ExchangesNow> {
  const counts = noCounts();
  if (!isReadingMember(viewer)) return { counts, mark: "" };
  const shown = sql`concat_ws('.', kind, id, is_turn, is_news, is_waiting, is_ended, at, mark)`;
  const rows = await query((db) =>
    db
      .select({
        group: GROUP,
        total: count(),
        mark: sql<string>`bit_xor(hashtextextended(${shown}, 0))::text`,
      })
      .from(exchanges(db, viewer, day))
      .groupBy(sql`1`)
      .orderBy(sql`1`),
  );
  for (const { group, total } of rows) counts[GROUPS[group] ?? "rest"] = total;
  return { counts, mark: digestOf(JSON.stringify([day, rows])) };
}

/**
 * One page of what stands between the viewer and others, 24 at most, in the order of `GROUPS` and what moved last first: what
 * goes on, or what has ended. An accepted interest stands as its room, as long as the viewer is in it.
 */
export async function listExchanges(
  viewer: Viewer,
  { isEnded, page: wanted }: ExchangeFilters,
  locale: Locale,
  { now: known, day = today() }: { now?: ExchangesNow; day?: string } = {},
): Promise<ExchangeList> {
  const now = known ?? (await countExchanges(viewer, day));
  const { ended, ...others } = now.counts;
  const total = isEnded ? ended : Object.values(others).reduce((sum, one) => sum + one, 0);
  const pageCount = Math.max(1, Math.ceil(total / EXCHANGES_PER_PAGE));
  const page = Math.min(wanted, pageCount);
  const keys = isReadingMember(viewer) ? await readKeys(viewer, { isEnded, page }, day) : [];
  return { ...now, ...(await readPage(viewer, keys, locale, day)), page, pageCount };
}

type Key = { kind: string; id: string; group: ExchangeGroup; at: Date };

async function readKeys(
  reader: Reader,
  { isEnded, page }: ExchangeFilters,
  day: string,
): Promise<Key[]> {
  const ended = GROUPS.indexOf("ended");
  const rows = await query((db) => {
    const all = exchanges(db, reader, day);
    return db
      .select({ kind: all.kind, id: all.id, group: GROUP, at: all.at })
      .from(all)
      .where(isEnded ? eq(GROUP, ended) : ne(GROUP, ended))
      .orderBy(asc(GROUP), desc(all.at), asc(all.id))
      .limit(EXCHANGES_PER_PAGE)
      .offset((page - 1) * EXCHANGES_PER_PAGE);
  });
  return rows.map(({ group, ...key }) => ({ ...key, group: GROUPS[group] ?? "rest" }));
}

/** What the list says of some of them, by kind: one statement. */
async function readPage(viewer: Viewer, keys: Key[], locale: Locale, day: string) {
  const none = {
    ...{ keys, interests: [], introductions: [], rooms: [], others: [], last: [], invitations: [] },
  };
  if (!isReadingMember(viewer) || keys.length === 0) return none;
  const idsOf = (kind: string) => keys.filter((key) => key.kind === kind).map(({ id }) => id);
  const [ofInterests, ofIntroductions, ofRooms, ofInvitations] = [
    idsOf("interest"),
    idsOf("introduction"),
    idsOf("room"),
    idsOf("room-invitation"),
  ];
  return together(async (read) => {
    const some = async <Row>(ids: string[], select: (db: Database) => PromiseLike<Row[]>) =>
      ids.length > 0 ? await read(async (db) => select(db)) : [];
    const [interests, introductions, rooms, others, last, invitations] = await Promise.all([
      some(ofInterests, (db) => selectInterests(db, viewer, ofInterests)),
      some(ofIntroductions, (db) => selectIntroductions(db, viewer, ofIntroductions, day)),
      some(ofRooms, (db) => selectRooms(db, viewer, ofRooms)),
      some(ofRooms, (db) => selectOthers(db, viewer, ofRooms, locale)),
      some(ofRooms, (db) => selectLastWords(db, viewer, ofRooms, locale)),
      some(ofInvitations, (db) => selectRoomInvitations(db, viewer, ofInvitations)),
    ]);
    return { keys, interests, introductions, rooms, others, last, invitations };
  });
}
