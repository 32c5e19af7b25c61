import "server-only";
import { aliasedTable, and, eq, type SQL, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { members } from "@/db/schema/members";
import { experienceOpinions } from "@/db/schema/opinions";
import { isPresent } from "@/db/standing";
import { areColleagues } from "@/lib/affiliations/colleagues.queries";
import { ZONE } from "@/lib/core/dates";

/** The day in Lyon on which the rows of `experiences` were last confirmed, as `YYYY-MM-DD`. */
export const confirmedOn = sql<string | null>`to_char(${experiences.confirmedAt}
  at time zone ${sql.raw(`'${ZONE.lyon}'`)}, 'YYYY-MM-DD')`;

/** What all may read of what is said: of an active member (`speaking`) who is no colleague of the author, and not taken down. */
export const isOpenOpinion = (speaking: Pick<typeof accounts, "status">) =>
  and(
    isShown(experienceOpinions),
    isPresent(speaking),
    sql`not ${areColleagues(experienceOpinions.memberId, entries.ownerId)}`,
  );

/** Said before it was last confirmed: answered by that. */
export const isAnswered = sql<boolean>`${experienceOpinions.createdAt} <= ${experiences.confirmedAt}`;

const sayer = aliasedTable(members, "sayer");
const speaking = aliasedTable(accounts, "speaking");

/**
 * For each row of entries and experiences, joined laterally: how many stand by it, how many contradicted it since it was
 * confirmed, and the first year that they name.
 */
export function opinionSums(db: Database | Transaction) {
  const { stance, sinceYear, entryId, memberId } = experienceOpinions;
  const isNewer = sql`${stance} = 'contradicted' and ${isAnswered} is not true`;
  const count = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
  return db
    .select({
      endorsements: count(sql`${stance} = 'endorsed'`).as("endorsements"),
      contradictions: count(isNewer).as("contradictions"),
      contradictedSince: sql<number | null>`min(${sinceYear}) filter (where ${isNewer})`.as(
        "contradicted_since",
      ),
    })
    .from(experienceOpinions)
    .innerJoin(sayer, eq(sayer.id, memberId))
    .innerJoin(speaking, eq(speaking.id, sayer.accountId))
    .where(and(eq(entryId, entries.id), isOpenOpinion(speaking)))
    .as("said");
}

/** What cards and pages show of those sums, and the day of confirmation. */
export function opinionColumns(sums: ReturnType<typeof opinionSums>) {
  const { endorsements, contradictions, contradictedSince } = sums;
  return { confirmedOn, endorsements, contradictions, contradictedSince };
}
