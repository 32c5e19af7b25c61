import { sql } from "drizzle-orm";
import { boolean, date, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { localizedText, oneOf } from "../columns";
import { PROFILE_TYPES, PROGRESS_STATES, type ProfileType, type ProgressState } from "../enums";
import { entries } from "./entries";

/** What an entry that is a project holds beside what all entries share. */
export const projects = pgTable(
  "projects",
  {
    id: uuid()
      .primaryKey()
      .references(() => entries.id, { onDelete: "cascade" }),
    progress: text().$type<ProgressState>().notNull().default("seeking-partners"),
    acceptingInterests: boolean("accepting_interests").notNull().default(true),
    profileType: text("profile_type").$type<ProfileType>(),
    kind: text(),
    summary: localizedText(),
    offered: localizedText(),
    sought: localizedText(),
    advantages: localizedText(),
    partnerTask: localizedText(),
    partnerRole: text("partner_role"),
    partnerKinds: text("partner_kinds").array().notNull().default(sql`'{}'`),
    partnershipTypes: text("partnership_types").array().notNull().default(sql`'{}'`),
    developmentStage: text("development_stage"),
    ipStatuses: text("ip_statuses").array().notNull().default(sql`'{}'`),
    languages: text().array().notNull().default(sql`'{}'`),
    budgetBand: text("budget_band"),
    startsOn: date("starts_on", { mode: "string" }),
    deadline: date({ mode: "string" }),
  },
  (table) => [
    oneOf("projects_progress_check", table.progress, PROGRESS_STATES),
    oneOf("projects_profile_type_check", table.profileType, PROFILE_TYPES),
    // warnOfDeadlines, and what is no longer listed
    index("projects_deadline_index").on(table.deadline).where(sql`${table.deadline} is not null`),
  ],
);
