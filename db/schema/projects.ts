import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, hiddenAt, id, localizedText, oneOf, stored } from "../columns";
import {
  MODERATION_STATES,
  type ModerationState,
  PROFILE_TYPES,
  PROGRESS_STATES,
  PROJECT_LEVELS,
  type ProfileType,
  type ProgressState,
  type ProjectLevel,
  REVISION_STATES,
  type RevisionState,
} from "../enums";
import { readMarks, readStamps } from "../stored";
import { members } from "./members";

export const projects = pgTable(
  "projects",
  {
    id: id(),
    slug: text().notNull().unique("projects_slug_unique"),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => members.id),
    moderation: text().$type<ModerationState>().notNull().default("draft"),
    progress: text().$type<ProgressState>().notNull().default("seeking-partners"),
    /** What the club team had read (shape `ProjectContent`) when it sent it back; null once decided or put away. */
    lastRead: jsonb("last_read"),
    acceptingInterests: boolean("accepting_interests").notNull().default(true),
    originalLocale: text("original_locale").$type<"fr" | "en" | "zh">().notNull(),
    profileType: text("profile_type").$type<ProfileType>(),
    kind: text(),
    title: localizedText(),
    teaser: localizedText(),
    summary: localizedText(),
    offered: localizedText(),
    sought: localizedText(),
    advantages: localizedText(),
    partnerTask: localizedText(),
    /** Languages that are older than the original, by field: `{summary: ["en"]}`. */
    stale: stored(readMarks).notNull().default({}),
    /** Where each translation comes from: `{summary: {en: {origin: "person", by: "<account>", isReviewed: true}}}`. */
    provenance: stored(readStamps).notNull().default({}),
    /** Who reads the full text, and who proposes it. */
    textLevel: text("text_level").$type<ProjectLevel>().notNull().default("members"),
    ownerLevel: text("owner_level").$type<ProjectLevel>().notNull().default("contacts"),
    partnerRole: text("partner_role"),
    partnerKinds: text("partner_kinds").array().notNull().default(sql`'{}'`),
    partnershipTypes: text("partnership_types").array().notNull().default(sql`'{}'`),
    developmentStage: text("development_stage"),
    ipStatuses: text("ip_statuses").array().notNull().default(sql`'{}'`),
    sectors: text().array().notNull().default(sql`'{}'`),
    cities: text().array().notNull().default(sql`'{}'`),
    /** What of sectors and cities is shown to whoever may not know the owner: as they are, coarser or nothing. */
    shownSectors: text("shown_sectors").array().notNull().default(sql`'{}'`),
    shownPlaces: text("shown_places").array().notNull().default(sql`'{}'`),
    languages: text().array().notNull().default(sql`'{}'`),
    budgetBand: text("budget_band"),
    startsOn: date("starts_on", { mode: "string" }),
    deadline: date({ mode: "string" }),
    /** Folded texts by audience: what a visitor may not read is not in the column that visitors search. */
    searchPublic: text("search_public").notNull().default(""),
    searchMembers: text("search_members").notNull().default(""),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    submittedAt: at(),
    publishedAt: at(),
    hiddenAt: hiddenAt(),
  },
  (table) => [
    oneOf("projects_moderation_check", table.moderation, MODERATION_STATES),
    oneOf("projects_progress_check", table.progress, PROGRESS_STATES),
    oneOf("projects_profile_type_check", table.profileType, PROFILE_TYPES),
    oneOf("projects_text_level_check", table.textLevel, PROJECT_LEVELS),
    oneOf("projects_owner_level_check", table.ownerLevel, PROJECT_LEVELS),
    // warnOfDeadlines, and what is no longer listed
    index("projects_deadline_index")
      .on(table.deadline)
      .where(sql`${table.moderation} = 'published'`),
    // listOwnProjects
    index("projects_owner_index").on(table.ownerId),
    // listPublishedProjects
    index("projects_published_index")
      .on(table.publishedAt)
      .where(sql`${table.moderation} = 'published'`),
    // listQueue
    index("projects_submitted_index")
      .on(table.submittedAt)
      .where(sql`${table.moderation} = 'submitted'`),
  ],
);

/** A waiting edit of a published project: the live text stays until this one is published. */
export const projectRevisions = pgTable(
  "project_revisions",
  {
    id: id(),
    projectId: uuid("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    state: text().$type<RevisionState>().notNull().default("draft"),
    /** The whole proposed content (shape `ProjectContent`). */
    content: jsonb().notNull(),
    /** As `projects.last_read`. */
    lastRead: jsonb("last_read"),
    stale: stored(readMarks).notNull().default({}),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    submittedAt: at(),
  },
  (table) => [
    oneOf("project_revisions_state_check", table.state, REVISION_STATES),
    // one open edit a project, and the queue
    uniqueIndex("project_revisions_open_unique")
      .on(table.projectId)
      .where(sql`${table.state} in ('draft', 'submitted', 'changes-requested')`),
    // a project is erased
    index("project_revisions_project_index").on(table.projectId),
  ],
);
