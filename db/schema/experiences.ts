import { sql } from "drizzle-orm";
import { date, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, localizedText } from "../columns";
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
  /** When its author last said that it holds: as a text of it went online, or by confirming it. */
  confirmedAt: at(),
  /** The day on which its author was last asked to. */
  remindedOn: date("reminded_on", { mode: "string" }),
});
