import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { localizedText, stored } from "../columns";
import { readSources } from "../stored";
import { entries } from "./entries";

/** An ISO date as far as it is known: a year, a month or a day. */
const ISO = sql.raw("'^\\d{4}(-\\d{2}(-\\d{2})?)?$'");

/** What an entry that tells of the club's century holds beside what all entries share. */
export const heritage = pgTable(
  "heritage",
  {
    id: uuid()
      .primaryKey()
      .references(() => entries.id, { onDelete: "cascade" }),
    /** Slug of `heritageParts`: a date, an institution, a figure. */
    part: text(),
    /** When it was; both years of a century, or of some years; of a figure, what it is of. */
    starts: text(),
    ends: text(),
    /** The year is no more than about right. */
    isAbout: boolean("is_about").notNull().default(false),
    /** A figure with its caution. */
    figure: localizedText(),
    story: localizedText(),
    /** On what its sources do not agree. */
    differs: localizedText(),
    /** Slug of `heritageStatuses`. */
    status: text(),
    sources: stored(readSources).notNull().default([]),
    /** An address of the portal where it lives on. */
    leadsTo: text("leads_to"),
    /** Told by the club's founding document. */
    fromSeed: boolean("from_seed").notNull().default(false),
    /** Its place among those that every club begins with. */
    position: integer(),
  },
  (table) => [
    check("heritage_dates_check", sql`${table.starts} ~ ${ISO} and ${table.ends} ~ ${ISO}`),
  ],
);
