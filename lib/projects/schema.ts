import { z } from "zod";
import { PROFILE_TYPES, PROGRESS_STATES, PROJECT_LEVELS } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import type { ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  day,
  line,
  localized,
  optionalChoice,
  optionalDay,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { PROJECT_MAX, PROJECT_TEXTS } from "./project-content";
import { isSlug } from "./project-slug";

const code = (value: ErrorCode) => value;

const oneIn = (list: ReferenceList) => optionalChoice((slug) => isReference(list, slug));
const someIn = (list: ReferenceList) => choices((slug) => isReference(list, slug), 80);

const essentials = {
  originalLocale: choice(LOCALES),
  profileType: optionalChoice(PROFILE_TYPES),
  kind: oneIn("projectKinds"),
  title: localized(PROJECT_MAX.title, true),
  teaser: localized(PROJECT_MAX.teaser),
  sectors: someIn("sectors"),
};

const text = {
  summary: localized(PROJECT_MAX.summary),
  offered: localized(PROJECT_MAX.offered),
  sought: localized(PROJECT_MAX.sought),
  advantages: localized(PROJECT_MAX.advantages),
};

const partner = {
  partnerRole: oneIn("partnerRoles"),
  partnerKinds: someIn("organisationKinds"),
  partnershipTypes: someIn("partnershipTypes"),
  partnerTask: localized(PROJECT_MAX.partnerTask),
};

const practical = {
  developmentStage: oneIn("developmentStages"),
  ipStatuses: someIn("ipStatuses").refine(
    (list) => list.length < 2 || !list.includes("none"),
    code("noneAlone"),
  ),
  cities: someIn("cities"),
  languages: someIn("languages"),
  budgetBand: oneIn("budgetBands"),
  startsOn: optionalDay,
  deadline: optionalDay,
  progress: choice(PROGRESS_STATES),
  acceptingInterests: ticked,
};

const levels = { textLevel: choice(PROJECT_LEVELS), ownerLevel: choice(PROJECT_LEVELS) };

/** All that a project's owner writes and chooses; lenient, since a draft is not finished. */
export const projectContent = z.strictObject({
  ...essentials,
  ...text,
  ...partner,
  ...practical,
  ...levels,
});

const STALE_MARKS = PROJECT_TEXTS.flatMap((field) => LOCALES.map((locale) => `${field}.${locale}`));

/** Where the form stands, to come back to. */
const slug = z.string({ error: code("notFound") }).refine(isSlug, code("notFound"));

/** `revisionId` is the open edit of a published project, empty when the save begins one. */
const target = {
  projectId: rowId,
  version: rowVersion,
  revisionId: z.union([z.literal(""), rowId]).optional(),
  slug,
  /** Where to go after the save; an autosave stays where it is. */
  intent: choice(["continue", "stay", "autosave"]).default("continue"),
  /** Translations said to be still right: `summary.en`. */
  confirmed: choices(STALE_MARKS),
};

/** One section of the editor, as its form sends it. An edit of a published project has no progress and no levels of its own. */
export const saveProjectInput = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("essentials"), ...target, ...essentials }),
  z.strictObject({ step: z.literal("text"), ...target, ...text }),
  z.strictObject({ step: z.literal("partner"), ...target, ...partner }),
  z.strictObject({
    step: z.literal("practical"),
    ...target,
    ...practical,
    progress: practical.progress.optional(),
    textLevel: levels.textLevel.optional(),
    ownerLevel: levels.ownerLevel.optional(),
  }),
]);

export const draftProjectInput = z.strictObject({
  profileType: choice(PROFILE_TYPES),
  originalLocale: choice(LOCALES),
  title: line(PROJECT_MAX.title),
});

export const projectPlaceInput = z.strictObject({ projectId: rowId, version: rowVersion, slug });

export const eraseDraftInput = z.strictObject({
  projectId: rowId,
  version: rowVersion,
  understood: ticked.refine((value) => value, code("tickFirst")),
});

export const revisionVersionInput = z.strictObject({ revisionId: rowId, version: rowVersion });

export const setProgressInput = z.strictObject({
  projectId: rowId,
  version: rowVersion,
  slug,
  progress: choice(PROGRESS_STATES),
  acceptingInterests: ticked,
});

export const setLevelsInput = z.strictObject({
  projectId: rowId,
  version: rowVersion,
  slug,
  ...levels,
});

export const renewProjectInput = z.strictObject({
  projectId: rowId,
  version: rowVersion,
  slug,
  deadline: day,
});
