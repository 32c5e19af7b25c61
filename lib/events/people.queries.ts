import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import type { EventRole } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { eventPeople } from "@/db/schema/events";
import { members } from "@/db/schema/members";
import { isPresentToAll } from "@/db/standing";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { showsToVisitors } from "@/lib/members/listed.queries";
import { toldPerson } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { isReachable } from "@/lib/members/sight.queries";
import { personColumns } from "@/lib/members/told-person.queries";

export type EventPerson = Awaited<ReturnType<typeof listPeople>>[number];

/** Members tell each other apart as in the directory; visitors are told who agreed to it. */
function isTold(viewer: Viewer | null): SQL {
  const isOpen =
    viewer && mayRead(viewer)
      ? isReachable(viewer)
      : and(isPresentToAll(), isShown(members), showsToVisitors);
  return sql`(${isOpen ?? sql`true`})`;
}

/** Members who are named at an event and have not heard of it. */
export const isUntold = (eventId: string) =>
  and(
    eq(eventPeople.eventId, eventId),
    isNotNull(eventPeople.memberId),
    isNull(eventPeople.toldAt),
  );

/** Whether any of them has not been told yet. */
export const isAnyUntold = async (tx: Transaction, eventId: string): Promise<boolean> =>
  (await tx.$count(eventPeople, isUntold(eventId))) > 0;

/**
 * The people of these roles at an event that the viewer may read, speakers in their order. `person` is null for whom the viewer may
 * not know; who is no member has a `name`. Their page is for members alone: visitors are given no address.
 */
export async function listPeople(
  viewer: Viewer | null,
  eventId: string,
  roles: readonly EventRole[],
) {
  const rows = await query((db) =>
    db
      .select({
        id: eventPeople.id,
        role: eventPeople.role,
        name: eventPeople.name,
        ...personColumns(sightOf(viewer), isTold(viewer)),
      })
      .from(eventPeople)
      .leftJoin(members, eq(members.id, eventPeople.memberId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(eventPeople.eventId, eventId), inArray(eventPeople.role, [...roles])))
      .orderBy(asc(eventPeople.position), eventPeople.id),
  );
  return rows.map(({ id, role, name, ...row }) => {
    const told = toldPerson(row);
    const slug = told && mayRead(viewer) ? told.slug : null;
    return { id, role, name, person: told && { ...told.names, slug } };
  });
}
