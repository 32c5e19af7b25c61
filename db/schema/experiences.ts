import { sql } from "drizzle-orm";
import { integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { localizedText } from "../columns";
import { entries } from "./entries";

/** What an entry that is an experience holds beside what all entries share. */
export const experiences = pgTable("experiences", {
  id: uuid()
    .primaryKey()
    .references(() => entries.id, { onDelete: "cascade" }),
  /** Slugs of `experienceTopics`, one to three once it is handed in. */
  topics: text().array().notNull().default(sql`'{}'`),
  fromYear: integer("from_year"),
  toYear: integer("to_year"),
  story: localizedText(),
  advice: localizedText(),
});
