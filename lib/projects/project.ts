import { ENTRY_LEVELS, PROFILE_TYPES, PROGRESS_STATES } from "@/db/enums";
import { contentOf as entryContentOf } from "@/lib/entries/content";
import {
  type ContentOf,
  choicesOf,
  type Description,
  fieldsLike,
  type NameOf,
} from "@/lib/entries/description";
import type { Noun } from "@/lib/entries/noun";
import { readStored } from "@/lib/entries/stored-entry";

/**
 * Each field of a project. Visitors read what is `public`, `text` is for those whom its owner shows the full text
 * (`textLevel`), `owner` for those who know its owner: others are shown something coarser. Only what the first page
 * asks is needed: the rest is for who wants to be found better.
 */
export const PROJECT = {
  originalLocale: { kind: "language", section: "essentials", level: "public" },
  profileType: {
    kind: "choice",
    of: PROFILE_TYPES,
    words: "profileTypes",
    section: "essentials",
    level: "public",
    isNeeded: true,
  },
  kind: {
    kind: "choice",
    of: "projectKinds",
    section: "essentials",
    level: "public",
  },
  title: {
    kind: "text",
    most: 120,
    isLine: true,
    section: "essentials",
    level: "public",
    isNeeded: true,
  },
  teaser: { kind: "text", most: 500, section: "essentials", level: "public" },
  summary: { kind: "text", most: 2000, section: "text", level: "text" },
  offered: { kind: "text", most: 1500, section: "text", level: "text", isNeeded: true },
  sought: { kind: "text", most: 1500, section: "text", level: "text", isNeeded: true },
  advantages: { kind: "text", most: 1000, section: "text", level: "text" },
  sectors: { kind: "choices", of: "sectors", section: "essentials", level: "owner" },
  partnershipTypes: {
    kind: "choices",
    of: "partnershipTypes",
    section: "partner",
    level: "public",
  },
  partnerKinds: { kind: "choices", of: "organisationKinds", section: "partner", level: "text" },
  partnerRole: { kind: "choice", of: "partnerRoles", section: "partner", level: "text" },
  partnerTask: { kind: "text", most: 1000, section: "partner", level: "text" },
  developmentStage: {
    kind: "choice",
    of: "developmentStages",
    section: "practical",
    level: "public",
  },
  ipStatuses: {
    kind: "choices",
    of: "ipStatuses",
    alone: "none",
    section: "practical",
    level: "text",
  },
  cities: { kind: "choices", of: "cities", section: "practical", level: "owner" },
  languages: { kind: "choices", of: "languages", section: "practical", level: "owner" },
  budgetBand: { kind: "choice", of: "budgetBands", section: "practical", level: "public" },
  startsOn: { kind: "day", section: "practical", level: "text" },
  deadline: { kind: "day", section: "practical", level: "public" },
  progress: {
    kind: "state",
    of: PROGRESS_STATES,
    unset: "seeking-partners",
    section: "practical",
    level: "public",
    isSetting: true,
  },
  acceptingInterests: {
    kind: "tick",
    unset: true,
    section: "practical",
    level: "public",
    isSetting: true,
  },
  textLevel: {
    kind: "state",
    of: ENTRY_LEVELS,
    unset: "contacts",
    section: "levels",
    level: "self",
    isSetting: true,
  },
  ownerLevel: {
    kind: "state",
    of: ENTRY_LEVELS,
    unset: "contacts",
    section: "levels",
    level: "self",
    isSetting: true,
  },
} as const satisfies Description;

/** All that its owner writes and chooses. Lists hold slugs of the reference lists, days are `YYYY-MM-DD`. */
export type ProjectContent = ContentOf<typeof PROJECT>;

export type ProjectText = NameOf<typeof PROJECT, { kind: "text" }>;

/** What the owner of a published project sets at once, without the club team reading it first. */
export type OwnSetting = NameOf<typeof PROJECT, { isSetting: true }>;

/** Chosen values, apart from those. */
export type ProjectChoice = Exclude<keyof typeof PROJECT, ProjectText | OwnSetting>;

/** The texts of a project, in the order they are read. */
export const PROJECT_TEXTS = fieldsLike(PROJECT, { kind: "text" });

/** What visitors read. */
export const PUBLIC_TEXTS = fieldsLike(PROJECT, { kind: "text", level: "public" });

/** What is chosen, in the order it is read. */
export const PROJECT_CHOICES = choicesOf(PROJECT) as ProjectChoice[];

/** Projects, as what all entries share knows them. */
export const PROJECTS = {
  kind: "project",
  fields: PROJECT,
  refusals: "reasonsProjectRefusal",
  words: "projects",
  weave: "both",
} as const satisfies Noun;

/** The content of a row that holds more. */
export const contentOf = (row: ProjectContent): ProjectContent => entryContentOf(PROJECT, row);

/** What a row keeps of a project, whenever it was kept; what it lacks is as in `missing`, else empty. */
export const readContent = (stored: unknown, missing: Partial<ProjectContent>): ProjectContent =>
  readStored(PROJECT, stored, missing);
