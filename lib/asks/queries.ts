import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { query, type Reader } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { asks } from "@/db/schema/asks";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { PRESENT } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { isSlug } from "@/lib/core/text/slug";
import { ownsEntry } from "@/lib/entries/policy";
import { saidBy, sayerColumns } from "@/lib/entries/sayers.queries";
import {
  isInSight as isEntryInSight,
  isOwnedBy,
  isPublished,
  sightColumns,
} from "@/lib/entries/sight.queries";
import type { LineList } from "@/lib/search/line-sources.queries";
import { findLines } from "@/lib/search/lines.queries";
import { closesOn, isOpenOn } from "./ask";

const isAsk = eq(entries.entryKind, "ask");

/** Members alone come upon questions to the club; whoever is no more one of them reads their own. */
function isInSight(viewer: Viewer): SQL | undefined {
  return mayRead(viewer) ? isEntryInSight(viewer) : isOwnedBy(viewer);
}

/** How many answers are shown under it. */
const answerCount = sql<number>`(select count(*)::int from ${entryQuestions} answer
  join members answerer on answerer.id = answer.member_id
  join accounts answering on answering.id = answerer.account_id
  where answer.entry_id = "entries"."id" and answer.removed_at is null and answer.hidden_at is null
    and answering.status ${PRESENT})`;

const columns = (viewer: Viewer) => ({
  ...sayerColumns(viewer),
  id: entries.id,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  publishedAt: entries.publishedAt,
});

export type AskList = Awaited<ReturnType<typeof listAsks>>;

const LIST: LineList = { kind: "ask", audience: "members" };

/**
 * A page of 24 of what members ask the club, with words in it, for those who read as members do: what takes answers first, the
 * newest of all.
 */
export async function listAsks(
  viewer: Viewer,
  { q = "", page = 1 }: { q?: string; page?: number } = {},
) {
  if (!mayRead(viewer)) return { rows: [], total: 0, page: 1, pageCount: 1 };
  // The newest close last.
  const asked = { q, page, chosen: {}, sort: "newest" } as const;
  const found = await query((db) => findLines(db, LIST, asked, { cards: cardsFor(db, viewer) }));
  const day = today();
  const rows = found.cards.map((row) => toAsk(viewer, row, day));
  return { rows, total: found.total, page: found.page, pageCount: found.pageCount };
}

/** What is shown of lines by their keys and in their order; what is no longer in sight is left out. */
function cardsFor(db: Reader, viewer: Viewer) {
  return (keys: SQL) =>
    db
      .select({ ...columns(viewer), answerCount })
      .from(entries)
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isAsk, sql`${entries.id} = any (${keys})`, isPublished))
      .orderBy(sql`array_position(${keys}, ${entries.id})`);
}

/** A question to the club at its address; null out of the viewer's sight. How many were asked is told to whoever asked alone. */
export async function getAsk(viewer: Viewer | null, slug: string) {
  const row = await getAskInSight(viewer, slug);
  if (!row || !viewer) return null;
  const { askedCount, ...ask } = row;
  const isOwn = ownsEntry(viewer, row);
  return { ...toAsk(viewer, ask, today()), isOwn, askedCount: isOwn ? askedCount : null };
}

/** The same with what the rules ask; of a `db` that is had already, else read once for all that a page shows of it. */
export const getAskInSight = cache(async (viewer: Viewer | null, slug: string, db?: Reader) => {
  if (!viewer || !isSlug(slug)) return null;
  const read = (reader: Reader) =>
    reader
      .select({
        ...columns(viewer),
        ...sightColumns(),
        version: entries.version,
        provenance: entries.provenance,
        isHidden: isHidden(entries),
        askedCount: asks.askedCount,
      })
      .from(entries)
      .innerJoin(asks, eq(asks.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isAsk, eq(entries.slug, slug), isInSight(viewer)));
  const [row] = db ? await read(db) : await query(read);
  return row ?? null;
});

/** Who asks, as far as the viewer may know them, and until when it takes answers. */
function toAsk<Row extends Parameters<typeof saidBy>[1] & { publishedAt: Date | null }>(
  viewer: Viewer,
  row: Row,
  day: string,
) {
  return { ...saidBy(viewer, row), closes: closesOn(row), isOpen: isOpenOn(row, day) };
}
