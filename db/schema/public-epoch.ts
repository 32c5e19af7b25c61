import { sql } from "drizzle-orm";
import { bigint, integer, pgTable } from "drizzle-orm/pg-core";

/**
 * Tells whether what visitors may read has changed: the sum grows in each transaction that shows, hides or changes some of
 * it (trigger `raise_public_epoch`), whoever commits first. Each takes a row that nobody holds, or a new one: none waits.
 */
export const publicEpoch = pgTable("public_epoch", {
  slot: integer().primaryKey().generatedAlwaysAsIdentity(),
  epoch: bigint({ mode: "bigint" }).notNull().default(sql`1`),
});
