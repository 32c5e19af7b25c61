import "server-only";
import { and, eq, inArray, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { applicationKeys, applications } from "@/db/schema/applications";
import { KEPT_DAYS } from "./policy";

const { id, state, updatedAt } = applications;
const isOlderThan = (days: number) => lt(updatedAt, sql`now() - make_interval(days => ${days})`);

/** Drafts that nobody has changed for 30 days and no key opens. */
export function isOldDraft(db: Database | Transaction): SQL | undefined {
  const keys = db
    .select({ id: applicationKeys.id })
    .from(applicationKeys)
    .where(eq(applicationKeys.applicationId, id));
  return and(eq(state, "draft"), isOlderThan(KEPT_DAYS.draft), notExists(keys));
}

/** Applications withdrawn or refused 12 months ago. */
export const isOldEnd = (): SQL | undefined =>
  and(inArray(state, ["refused", "withdrawn"]), isOlderThan(KEPT_DAYS.ended));

/** How many applications the hourly sweep would erase now. */
export const countOldApplications = (): Promise<number> =>
  query((db) => db.$count(applications, or(isOldDraft(db), isOldEnd())));
