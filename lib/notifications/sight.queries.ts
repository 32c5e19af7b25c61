import "server-only";
import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isShown } from "@/db/columns";
import { ENTRY_KINDS, type SubjectType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { notices } from "@/db/schema/notices";
import { organisations } from "@/db/schema/organisations";
import { roomInvitations, roomPeople, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight as isEntryInSight, isOwnedBy } from "@/lib/entries/sight.queries";
import { isInSight as isOrganisationInSight } from "@/lib/organisations/queries";

/** What only ever concerns its reader alone: their account, and what they wrote themselves. */
const OWN: readonly SubjectType[] = [
  ...(["account", "member", "session", "application", "activity"] as const),
  ...(["question", "update", "message", "opinion"] as const),
];

const some = sql<number>`1`;

/**
 * Whether what a row of `notices` tells of may still be read by the viewer, whose it is: what was withdrawn, taken down or
 * closed to them since is told of no more.
 */
export function isStillTold(db: Database, viewer: Viewer): SQL {
  const { subjectId, subjectType } = notices;
  const { memberId } = viewer;
  const is = (...types: readonly SubjectType[]) =>
    sql`${subjectType} in ${types.map((type) => type)}`;
  const entry = (which: SQL | undefined) =>
    exists(
      db
        .select({ some })
        .from(entries)
        .leftJoin(members, eq(members.id, entries.ownerId))
        .leftJoin(accounts, eq(accounts.id, members.accountId))
        .where(which),
    );
  const isNotTakenDown = or(isShown(entries), isOwnedBy(viewer));
  const exchange = db
    .select({ id: interests.projectId })
    .from(interests)
    .where(
      and(
        eq(interests.id, subjectId),
        sql`${memberId}::uuid in (${interests.memberId}, ${interests.receivedBy})`,
      ),
    );
  const isInRoom = exists(
    db
      .select({ some })
      .from(roomPeople)
      .where(
        and(
          eq(roomPeople.roomId, rooms.id),
          sql`${roomPeople.memberId} = ${memberId}::uuid`,
          isNull(roomPeople.removedAt),
        ),
      ),
  );
  const isInvited = exists(
    db
      .select({ some })
      .from(roomInvitations)
      .where(
        and(
          eq(roomInvitations.roomId, rooms.id),
          sql`${roomInvitations.memberId} = ${memberId}::uuid`,
          eq(roomInvitations.state, "open"),
        ),
      ),
  );
  const isOffered = sql`${rooms.offeredTo} = ${memberId}::uuid`;
  const room = db
    .select({ id: rooms.projectId })
    .from(rooms)
    .where(and(eq(rooms.id, subjectId), or(isInRoom, isInvited, isOffered)));
  const left = db.select({ id: rooms.projectId }).from(rooms).where(eq(rooms.id, subjectId));
  const edit = db
    .select({ id: entryRevisions.entryId })
    .from(entryRevisions)
    .where(eq(entryRevisions.id, subjectId));
  return sql`(case
    when ${is(...OWN)} then true
    when ${is(...ENTRY_KINDS)} then ${entry(and(eq(entries.id, subjectId), isEntryInSight(viewer)))}
    when ${is("revision")} then ${entry(and(sql`${entries.id} = (${edit})`, isOwnedBy(viewer)))}
    when ${is("interest")} then ${entry(and(sql`${entries.id} = (${exchange})`, isNotTakenDown))}
    when ${is("room")} then ${entry(and(sql`${entries.id} = (${room})`, isNotTakenDown))}
      or ${notices.kind} = 'roomRemoved' and ${entry(and(sql`${entries.id} = (${left})`, isEntryInSight(viewer)))}
    when ${is("organisation")} then ${exists(
      db
        .select({ some })
        .from(organisations)
        .where(and(eq(organisations.id, subjectId), isOrganisationInSight(viewer))),
    )}
    else false end)`;
}
