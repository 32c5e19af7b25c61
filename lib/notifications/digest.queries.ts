import "server-only";
import { and, desc, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { notices } from "@/db/schema/notices";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { mailGroupOf } from "@/lib/core/mail/mail-groups";
import { DIGEST_KINDS } from "@/lib/core/mail/mail-timing";
import { type NoticeRow, noticeColumns, toNotice } from "./list.queries";
import { isStillTold } from "./sight.queries";

/** More than a digest says one by one: the list of notices has them all. */
const MOST = 100;

/** When a digest begins and ends. */
export type Span = { since: Date; until: Date };

/**
 * What the viewer was told between two instants that no mail of its own told, the newest first: not what they have seen, or
 * may read no more, nor of kinds they have muted or whose group they have switched off (`off`).
 */
export async function listDigestNotices(
  viewer: Viewer,
  { since, until }: Span,
  off: readonly string[],
  read: Read,
): Promise<NoticeRow[]> {
  const kinds = DIGEST_KINDS.filter((kind) => ![kind, mailGroupOf(kind)].some(isOff(off)));
  if (kinds.length === 0) return [];
  const rows = await read((db) =>
    db
      .select(noticeColumns)
      .from(notices)
      .where(
        and(
          eq(notices.accountId, viewer.accountId),
          isNull(notices.seenAt),
          inArray(notices.kind, kinds),
          gt(notices.createdAt, since),
          lte(notices.createdAt, until),
          isStillTold(db, viewer),
        ),
      )
      .orderBy(desc(notices.createdAt), desc(notices.id))
      .limit(MOST),
  );
  return rows.map((row) => toNotice(row));
}

const isOff = (off: readonly string[]) => (topic: string | null) =>
  topic !== null && off.includes(topic);
