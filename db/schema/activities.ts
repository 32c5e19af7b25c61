import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, hiddenAt, id, locale, localizedText, oneOf, stored } from "../columns";
import {
  ACTIVITY_STAGES,
  type ActivityStage,
  DIRECTIONS,
  type Direction,
  PAGE_VISIBILITIES,
  type PageVisibility,
} from "../enums";
import { readMarks } from "../stored";
import { members } from "./members";
import { organisations } from "./organisations";

/** What a member, mostly for an organisation, does in or with China. */
export const activities = pgTable(
  "activities",
  {
    id: id(),
    slug: text().notNull().unique("activities_slug_unique"),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    organisationId: uuid("organisation_id").references(() => organisations.id),
    kind: text().notNull(),
    direction: text().$type<Direction>().notNull(),
    stage: text().$type<ActivityStage>().notNull(),
    sectors: text().array().notNull().default(sql`'{}'`),
    cities: text().array().notNull().default(sql`'{}'`),
    /** Years, both included; `until` is null while it goes on. */
    since: integer().notNull(),
    until: integer(),
    partner: text(),
    headcountBand: text("headcount_band"),
    title: localizedText(),
    summary: localizedText(),
    originalLocale: locale("original_locale").notNull(),
    stale: stored(readMarks).notNull().default({}),
    visibility: text().$type<PageVisibility>().notNull().default("members"),
    /** The day its member last said that it is still right; after 12 months it reads "to confirm". */
    confirmedOn: date("confirmed_on", { mode: "string" }).notNull().defaultNow(),
    /** When the reminder for this `confirmedOn` was mailed. */
    remindedAt: at(),
    /** Folded texts by audience: visitors search the first, members the second, which holds the partner too. */
    searchText: text("search_text").notNull().default(""),
    searchMembers: text("search_members").notNull().default(""),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    hiddenAt: hiddenAt(),
  },
  (table) => [
    oneOf("activities_direction_check", table.direction, DIRECTIONS),
    oneOf("activities_stage_check", table.stage, ACTIVITY_STAGES),
    oneOf("activities_visibility_check", table.visibility, PAGE_VISIBILITIES),
    check(
      "activities_years_check",
      sql`${table.until} is null or ${table.until} >= ${table.since}`,
    ),
    // listActivities by member, by organisation, by sector, by city; remindOfActivities
    index("activities_member_index").on(table.memberId),
    index("activities_organisation_index").on(table.organisationId),
    index("activities_sectors_index").using("gin", table.sectors),
    index("activities_cities_index").using("gin", table.cities),
    // listActivityNews
    index("activities_changed_index").on(sql`greatest(${table.createdAt}, ${table.updatedAt})`),
    index("activities_confirmed_index").on(table.confirmedOn),
  ],
);
