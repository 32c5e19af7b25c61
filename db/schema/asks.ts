import { integer, pgTable, uuid } from "drizzle-orm/pg-core";
import { entries } from "./entries";

/** A question that a member puts to the club. Its text is the title of its entry. */
export const asks = pgTable("asks", {
  id: uuid()
    .primaryKey()
    .references(() => entries.id, { onDelete: "cascade" }),
  /** How many members were asked for an answer as it was published; who they are stands nowhere. */
  askedCount: integer().notNull().default(0),
});
