import "server-only";
import { and, asc, inArray, lte, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { interests } from "@/db/schema/interests";
import { ZONE } from "@/lib/core/dates";
import { runningDaysBefore } from "@/lib/core/great-holidays";
import { OPEN_STATES } from "./policy";

/** The calendar day in Lyon on which an interest came to where it is. */
export const unmovedSince = sql<string>`(${interests.stateAt} at time zone ${ZONE.lyon})::date`;

/** How many interests wait for somebody. */
export const countOpen = (): Promise<number> =>
  query((db) => db.$count(interests, inArray(interests.state, [...OPEN_STATES])));

/** The interests that nobody has moved for so many days that ran, on a calendar day in Lyon, longest first. */
export async function listUnmoved(day: string, days: number, condition?: SQL): Promise<string[]> {
  const rows = await query((db) =>
    db
      .select({ id: interests.id })
      .from(interests)
      .where(
        and(
          inArray(interests.state, [...OPEN_STATES]),
          lte(unmovedSince, sql`${runningDaysBefore(day, days)}::date`),
          condition,
        ),
      )
      .orderBy(asc(interests.stateAt), asc(interests.id)),
  );
  return rows.map(({ id }) => id);
}
