import { sql } from "drizzle-orm";
import { boolean, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, localizedText } from "../columns";
import { activities } from "./activities";
import { entries } from "./entries";
import { organisations } from "./organisations";
import { projects } from "./projects";

/** What an entry that is an experience holds beside what all entries share. */
export const experiences = pgTable(
  "experiences",
  {
    id: uuid()
      .primaryKey()
      .references(() => entries.id, { onDelete: "cascade" }),
    /** Slugs of `experienceTopics`, one to three once it is handed in. */
    topics: text().array().notNull().default(sql`'{}'`),
    fromYear: integer("from_year"),
    toYear: integer("to_year"),
    story: localizedText(),
    /** A point a line. */
    advice: localizedText(),
    context: localizedText(),
    done: localizedText(),
    worked: localizedText(),
    failed: localizedText(),
    outcome: text(),
    cost: text(),
    /** Visitors read title, place, years and the first point of the advice. */
    isTeased: boolean("is_teased").notNull().default(false),
    projectId: uuid("project_id").references(() => projects.id, { onDelete: "set null" }),
    activityId: uuid("activity_id").references(() => activities.id, { onDelete: "set null" }),
    /** When its author last said that it holds: as a text of it went online, or by confirming it. */
    confirmedAt: at(),
    /** The day on which its author was last asked to. */
    remindedOn: date("reminded_on", { mode: "string" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "set null",
    }),
  },
  (table) => [
    // what it is about goes
    index("experiences_project_index").on(table.projectId),
    index("experiences_activity_index").on(table.activityId),
    index("experiences_organisation_index").on(table.organisationId),
  ],
);
