import { date, pgTable, uuid } from "drizzle-orm/pg-core";
import { localizedText } from "../columns";
import { entries } from "./entries";

/** What an entry that is a page of the club (its charter, its legal notice) holds beside what all entries share. */
export const pages = pgTable("pages", {
  id: uuid()
    .primaryKey()
    .references(() => entries.id, { onDelete: "cascade" }),
  lead: localizedText(),
  body: localizedText(),
  /** The day from which this text is the one in force, by the clock of Lyon. */
  effectiveOn: date("effective_on", { mode: "string" }),
});
