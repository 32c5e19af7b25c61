import type { ProfileType, ProgressState, ProjectLevel } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { markStale } from "@/lib/core/i18n/staleness";
import { type Provenance, stampText, type TranslationStamp } from "./provenance";

/** The texts of a project, in the order they are read. */
export const PROJECT_TEXTS = [
  "title",
  "teaser",
  "summary",
  "offered",
  "sought",
  "advantages",
  "partnerTask",
] as const;

export type ProjectText = (typeof PROJECT_TEXTS)[number];

/** What visitors read. */
export const PUBLIC_TEXTS = ["title", "teaser"] as const satisfies readonly ProjectText[];

/** Most characters of each text, as readers count them; the form shows the same figures. */
export const PROJECT_MAX: Record<ProjectText, number> = {
  title: 120,
  teaser: 500,
  summary: 2000,
  offered: 1500,
  sought: 1500,
  advantages: 1000,
  partnerTask: 1000,
};

/** All that its owner writes and chooses. Lists hold slugs of the reference lists, days are `YYYY-MM-DD`. */
export type ProjectContent = Record<ProjectText, LocalizedText> & {
  originalLocale: Locale;
  profileType: ProfileType | null;
  kind: string | null;
  partnerRole: string | null;
  partnerKinds: string[];
  partnershipTypes: string[];
  developmentStage: string | null;
  ipStatuses: string[];
  sectors: string[];
  cities: string[];
  languages: string[];
  budgetBand: string | null;
  startsOn: string | null;
  deadline: string | null;
  progress: ProgressState;
  acceptingInterests: boolean;
  /** Who reads the full text, and who learns who proposes it. */
  textLevel: ProjectLevel;
  ownerLevel: ProjectLevel;
  /** Where its translations come from; an edit begun before this was kept has none. */
  provenance?: Provenance;
};

/** What the owner of a published project sets at once, without the club team reading it first. */
export type OwnSetting = "progress" | "acceptingInterests" | "textLevel" | "ownerLevel";

/** A save of a part: `confirmed` names translations that are still right, `stamp` who made those that change. */
export type ContentSave = {
  content: Partial<ProjectContent>;
  confirmed?: readonly string[];
  stamp?: TranslationStamp;
};

/** Chosen values, apart from those that the owner of a published project sets without asking. */
export const PROJECT_CHOICES = [
  "originalLocale",
  "profileType",
  "kind",
  "sectors",
  "partnershipTypes",
  "partnerKinds",
  "partnerRole",
  "developmentStage",
  "ipStatuses",
  "cities",
  "languages",
  "budgetBand",
  "startsOn",
  "deadline",
] as const satisfies readonly (keyof ProjectContent)[];

export type ProjectChoice = (typeof PROJECT_CHOICES)[number];

/** The languages of each text that are older than its original: `{summary: ["en"]}`. */
export type StaleMarks = Record<string, string[]>;

/** The content of a row that holds more. */
export function contentOf(row: ProjectContent): ProjectContent {
  return { ...proposedOf(row), ...settingsOf(row) };
}

/** What its owner sets at once. */
export function settingsOf(
  row: Pick<ProjectContent, OwnSetting>,
): Pick<ProjectContent, OwnSetting> {
  const { progress, acceptingInterests, textLevel, ownerLevel } = row;
  return { progress, acceptingInterests, textLevel, ownerLevel };
}

/** What an edit of a published project may change: everything but what its owner sets at once. */
export function proposedOf(
  row: Omit<ProjectContent, OwnSetting>,
): Omit<ProjectContent, OwnSetting> {
  const kept = [...PROJECT_TEXTS, ...PROJECT_CHOICES, "provenance"] as const;
  const fields = kept.map((field) => [field, row[field]]);
  return Object.fromEntries(fields);
}

/**
 * The stale marks after a save. `confirmed` names translations said to be still right (`summary.en`);
 * texts without a mark are left out.
 */
export function staleAfter(
  before: ProjectContent,
  after: ProjectContent,
  marks: StaleMarks,
  confirmed: readonly string[] = [],
): StaleMarks {
  const entries = PROJECT_TEXTS.map((field): [string, string[]] => {
    const fresh = confirmed
      .filter((one) => one.startsWith(`${field}.`))
      .map((one) => one.slice(field.length + 1));
    const known = marks[field] ?? [];
    return [field, markStale(before[field], after[field], after.originalLocale, known, fresh)];
  });
  return Object.fromEntries(entries.filter(([, languages]) => languages.length > 0));
}

/** Where the translations come from after a save in which those that changed were made as `stamp` says. */
export function provenanceAfter(
  before: ProjectContent,
  after: ProjectContent,
  stamp: TranslationStamp,
): Provenance {
  const entries = PROJECT_TEXTS.map((field) => {
    const known = before.provenance?.[field] ?? {};
    return [field, stampText(before[field], after[field], after.originalLocale, known, stamp)];
  });
  return Object.fromEntries(entries.filter(([, stamps]) => Object.keys(stamps ?? {}).length > 0));
}

/** What belongs to texts of a project, in the order in which they are read. */
export function inReadingOrder<Of extends { field: ProjectText }>(ones: readonly Of[]): Of[] {
  return ones.toSorted((a, b) => PROJECT_TEXTS.indexOf(a.field) - PROJECT_TEXTS.indexOf(b.field));
}
