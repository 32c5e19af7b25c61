import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { events } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { eventRegistrations } from "@/db/schema/registrations";
import type { Read } from "@/db/together";
import { isReadingMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight } from "./sight.queries";

export type OfferedPlace = Awaited<ReturnType<typeof listOfferedPlaces>>[number];

/** The places that came free for the viewer and are kept for them now, that which is kept the shortest first. */
export async function listOfferedPlaces(viewer: Viewer, read: Read = query) {
  if (!isReadingMember(viewer)) return [];
  const { memberId, eventId, offeredUntil } = eventRegistrations;
  const rows = await read((db) =>
    db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        until: offeredUntil,
      })
      .from(eventRegistrations)
      .innerJoin(entries, eq(entries.id, eventId))
      .innerJoin(events, eq(events.id, eventId))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(memberId, viewer.memberId), gt(offeredUntil, sql`now()`), isInSight(viewer)))
      .orderBy(asc(offeredUntil)),
  );
  return rows.flatMap(({ until, ...row }) => (until ? [{ ...row, until }] : []));
}
