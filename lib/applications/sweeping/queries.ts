import "server-only";
import { and, eq, inArray, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { applicationKeys, applications } from "@/db/schema/applications";
import { KEPT_DAYS } from "../policy";

/** Drafts that nobody has changed for 30 days and no key opens, and applications withdrawn or refused 12 months ago. */
export function isPastItsDays(db: Database | Transaction): SQL | undefined {
  const { id, state, updatedAt } = applications;
  const isOlderThan = (days: number) => lt(updatedAt, sql`now() - make_interval(days => ${days})`);
  const keys = db
    .select({ id: applicationKeys.id })
    .from(applicationKeys)
    .where(eq(applicationKeys.applicationId, id));
  return or(
    and(eq(state, "draft"), isOlderThan(KEPT_DAYS.draft), notExists(keys)),
    and(inArray(state, ["refused", "withdrawn"]), isOlderThan(KEPT_DAYS.ended)),
  );
}

/** How many applications the hourly sweep would erase now. */
export const countOldApplications = (): Promise<number> =>
  query((db) => db.$count(applications, isPastItsDays(db)));
