import "server-only";
import { asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import { spend } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { noteReading } from "@/lib/core/events/note-reading";
import { sayerColumns } from "@/lib/entries/sayers.queries";
import { getEvent } from "./queries";
import { canKeepRegistrations } from "./registrations.policy";

export type RegistrationsFile = NonNullable<Awaited<ReturnType<typeof listRegistrationsForFile>>>;

/**
 * All registrations of an event, in every state, who came first first, for whoever keeps it; null for anybody else. The trail notes
 * who took them. Throws `tooManyRequests`.
 */
export async function listRegistrationsForFile(viewer: Viewer, slug: string) {
  const event = await getEvent(viewer, slug);
  if (!event || !canKeepRegistrations(viewer, event)) return null;
  await spend("export", viewer.accountId);
  const { eventId, guestId, state, companions, note, takesPhotos, paidAt, createdAt, queue } =
    eventRegistrations;
  const parties = await query((db) =>
    db
      .select({
        ...sayerColumns(viewer),
        ...{ guestId, guestName: eventGuests.name },
        ...{ state, companions, note, takesPhotos, paidAt, createdAt },
      })
      .from(eventRegistrations)
      .leftJoin(members, eq(members.id, eventRegistrations.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(eventGuests, eq(eventGuests.id, guestId))
      .where(eq(eventId, event.id))
      .orderBy(asc(queue)),
  );
  const name = "event.registrations-exported";
  noteReading(viewer, { name, subjectType: "event", subjectId: event.id });
  return { price: event.price, parties };
}
