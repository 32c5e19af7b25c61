import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** Columns as rate-limiter-flexible's Drizzle store wants them. Unlogged: empty after a crash of the database. */
export const rateLimits = pgTable("rate_limits", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expire: timestamp({ mode: "date" }),
});
