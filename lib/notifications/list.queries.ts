import "server-only";
import { and, count, desc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { aside } from "@/db/aside";
import { type Database, query } from "@/db/client";
import { reasonOf } from "@/db/errors";
import { mailPreferences } from "@/db/schema/mail";
import { notices } from "@/db/schema/notices";
import { PRESENT } from "@/db/standing";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Facts } from "@/lib/core/events/facts";
import { parseFacts } from "@/lib/core/events/stored-facts";
import { log } from "@/lib/core/log";
import { personFact } from "@/lib/members/member-card";
import { isOfMessages } from "@/lib/rooms/unread.queries";
import { isStillTold, unreadNow } from "./sight.queries";

export const NOTICES_PER_PAGE = 50;

export type NoticeRow = {
  kind: string;
  /** Type and key of what it tells of. */
  subject: string;
  facts: Facts;
  at: Date;
  isNew: boolean;
  isMuted: boolean;
};

/** Why others read no name of whom a line speaks of: they have gone, or their profile was taken down. */
const lostName = sql<"former" | "unnamed" | null>`(select
    case when not person.status ${PRESENT} then 'former' when named.hidden_at is not null then 'unnamed' end
  from members named join accounts person on person.id = named.account_id
  where named.id = (${notices.data} -> 'person' ->> 'member')::uuid)`;

/** What a line of notices is made of (`toNotice`). */
export const noticeColumns = {
  kind: notices.kind,
  subject: sql<string>`${notices.subjectType} || ' ' || ${notices.subjectId}`,
  data: notices.data,
  at: notices.createdAt,
  isNew: sql<boolean>`${notices.seenAt} is null`,
  unread: unreadNow,
  lostName,
};

type Line = Pick<NoticeRow, "kind" | "subject" | "at" | "isNew"> & {
  data: unknown;
  unread: number | null;
  lostName: "unnamed" | "former" | null;
};

const nobody = { familyName: "", givenName: "", nameOrder: "given-first", nameZh: null } as const;

/** A line as its reader may read it now: of messages, how many are still unread; of a person who has gone or was erased, no name. */
export function toNotice(
  { kind, subject, at, isNew, data, unread, lostName }: Line,
  isMuted = false,
): NoticeRow {
  const facts = parseFacts(data);
  const isLost = lostName !== null || facts.person === "";
  return {
    ...{ kind, subject, at, isNew, isMuted },
    facts: {
      ...facts,
      ...(isLost && { person: personFact({ ...nobody, isUnnamed: lostName === "unnamed" }) }),
      ...(unread && { count: String(unread) }),
    },
  };
}

/** One page of what the viewer was told, the newest first, as far as they may still read of it, with the number of all. */
export async function listNotices(
  viewer: Viewer,
  page = 1,
): Promise<{ rows: NoticeRow[]; total: number }> {
  const isMuting = and(
    eq(mailPreferences.accountId, notices.accountId),
    eq(mailPreferences.topic, notices.kind),
  );
  const rows = await query((db) =>
    db
      .select({
        ...noticeColumns,
        isMuted: sql<boolean>`${mailPreferences.topic} is not null`,
        total: sql<number>`(count(*) over ())::int`,
      })
      .from(notices)
      .leftJoin(mailPreferences, isMuting)
      .where(and(eq(notices.accountId, viewer.accountId), isStillTold(db, viewer)))
      .orderBy(desc(notices.createdAt), desc(notices.id))
      .limit(NOTICES_PER_PAGE)
      .offset((page - 1) * NOTICES_PER_PAGE),
  );
  return {
    rows: rows.map((row) => toNotice(row, row.isMuted)),
    total: rows[0]?.total ?? 0,
  };
}

/** As many as a few groups are made from, where one thing has many lines. */
const UNSEEN_READ = 30;

/** One more than the bell says. */
const UNSEEN_COUNTED = 100;

/**
 * The newest of what the viewer was told and has not seen in the list of notices, as far as they may still read of it.
 * Reading it here takes nothing as seen; nothing is asked where the session's statement found nothing new.
 */
export async function listUnseenNotices(viewer: Viewer, read: Read = query): Promise<NoticeRow[]> {
  if (viewer.hasUnseen === false) return [];
  const rows = await read((db) =>
    db
      .select(noticeColumns)
      .from(notices)
      .where(
        and(
          eq(notices.accountId, viewer.accountId),
          isNull(notices.seenAt),
          isStillTold(db, viewer),
        ),
      )
      .orderBy(desc(notices.createdAt), desc(notices.id))
      .limit(UNSEEN_READ),
  );
  return rows.map((row) => toNotice(row));
}

/** The newest unseen lines of the viewer, no more than the bell says (`99+`), as far as they may still read of them. */
export function unseenOf(db: Database, viewer: Viewer) {
  const { accountId, kind, subjectType, subjectId, seenAt } = notices;
  const newest = db
    .select({ accountId, kind, subjectType, subjectId, seenAt })
    .from(notices)
    .where(and(eq(accountId, viewer.accountId), isNull(seenAt)))
    .orderBy(desc(notices.createdAt))
    .limit(UNSEEN_COUNTED)
    .as("notices");
  return db.select({ count: count() }).from(newest).where(isStillTold(db, viewer));
}

/**
 * How much the viewer was told and has not seen, as far as the list would show it, 100 for more. Nothing is asked where there
 * is no unseen line at all (`hasUnseen` of the viewer).
 */
export async function countUnseen(viewer: Viewer | null): Promise<number> {
  if (!viewer?.hasUnseen) return 0;
  const [row] = await query((db) => unseenOf(db, viewer));
  return row?.count ?? 0;
}

/**
 * Takes what the viewer was told until `until` as seen, of one thing alone where its key is given, beside the page: reading
 * never waits for it or fails with it. Nothing is written where the session's statement found nothing new.
 */
export function noteNoticesSeen(viewer: Viewer, until: Date, subjectId?: string): void {
  if (subjectId) noteSeen(viewer, until, subjectId, eq(notices.subjectId, subjectId));
  else noteSeen(viewer, until, "");
}

/**
 * The same of a room that a member opens and, since the acceptance leads there, of the yes that let them in. Its messages are seen
 * where they are read.
 */
export function noteRoomOpened(viewer: Viewer, until: Date, roomId: string): void {
  const isOfRoom = sql`(${notices.subjectId} = ${roomId} and not ${isOfMessages}
    or ${notices.kind} = 'interestAccepted' and ${notices.subjectId} in (
      select sent.id from interests sent join rooms opened on opened.project_id = sent.project_id
      where opened.id = ${roomId} and sent.member_id = ${viewer.memberId}))`;
  noteSeen(viewer, until, roomId, isOfRoom);
}

function noteSeen(viewer: Viewer, until: Date, key: string, which?: SQL): void {
  if (viewer.hasUnseen === false) return;
  const { accountId } = viewer;
  aside(
    `notices ${accountId} ${key}`,
    (db) =>
      db
        .update(notices)
        .set({ seenAt: sql`now()` })
        .where(
          and(
            eq(notices.accountId, accountId),
            isNull(notices.seenAt),
            lte(notices.createdAt, until),
            which,
          ),
        ),
    (error) => {
      log.warn({ event: "notices.seen-not-noted", reason: reasonOf(error) });
    },
  );
}
