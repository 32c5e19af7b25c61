import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { MachineState } from "./machine-view";

/** What waits so long does not come any more. */
const LATE_MINUTES = 5;

/** A table of `machineWords`. */
type Made = { words: PgColumn; askedAt: PgColumn; failedAt: PgColumn };

const isLate = ({ askedAt }: Made) =>
  sql`${askedAt} < now() - make_interval(mins => ${LATE_MINUTES})`;

/** What became of a row. */
export const machineState = (made: Made) => sql<MachineState>`case
  when ${made.words} is not null then 'made'
  when ${made.failedAt} is not null or ${isLate(made)} then 'failed' else 'pending' end`;

/** Nothing came of a row, and nothing will: it may be asked for again. */
export const isLost = (made: Made) =>
  sql`${made.words} is null and (${made.failedAt} is not null or ${isLate(made)})`;

/** A row that is asked for again. */
export const askedAgain = (provider: { name: string }) => ({
  failedAt: null,
  askedAt: sql`now()`,
  madeBy: provider.name,
});

/** What is written into a row: what came back, or without words that it failed. */
export const answered = (words: string | null) =>
  words === null ? { failedAt: sql`now()` } : { words };
