import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { areColleagues } from "@/lib/affiliations/colleagues.queries";
import { ZONE } from "@/lib/core/dates";

/** The day in Lyon on which the rows of `experiences` were last confirmed, as `YYYY-MM-DD`. */
export const confirmedOn = sql<string | null>`to_char(${experiences.confirmedAt}
  at time zone ${sql.raw(`'${ZONE.lyon}'`)}, 'YYYY-MM-DD')`;

/** What others said that all may read: of active members who are no colleagues of the author, and not taken down. */
const ofOpinions = <Value>(what: SQL, which: SQL) => sql<Value>`(select ${what}
  from experience_opinions said join members sayer on sayer.id = said.member_id
    join accounts speaking on speaking.id = sayer.account_id
  where said.entry_id = ${entries.id} and said.hidden_at is null and speaking.status = 'active'
    and not ${areColleagues(sql`said.member_id`, entries.ownerId)} and ${which})`;

const isLater = sql`said.stance = 'contradicted' and said.created_at > ${experiences.confirmedAt}`;

/** How many stand by an experience, and its `Confirmation`, for cards and pages: join entries and experiences. */
export const opinionColumns = {
  endorsements: ofOpinions<number>(sql`count(*)::int`, sql`said.stance = 'endorsed'`),
  confirmedOn,
  contradictions: ofOpinions<number>(sql`count(*)::int`, isLater),
  contradictedSince: ofOpinions<number | null>(sql`min(said.since_year)`, isLater),
};
