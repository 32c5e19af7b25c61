import { z } from "zod";
import { PROFILE_TYPES, PROGRESS_STATES } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, day, line, rowId, ticked } from "@/lib/core/text/fields";
import { placeTarget, saveInput, sectionInput } from "@/lib/entries/entry-input";
import { PROJECT, PROJECTS } from "./project";

const essentials = sectionInput(PROJECT, "essentials");
const text = sectionInput(PROJECT, "text");
const partner = sectionInput(PROJECT, "partner");
const practical = sectionInput(PROJECT, "practical");
const levels = sectionInput(PROJECT, "levels");

/** All that a project's owner writes and chooses; lenient, since a draft is not finished. */
export const projectContent = z.strictObject({
  ...essentials,
  ...text,
  ...partner,
  ...practical,
  ...levels,
});

/** One section of the editor, as its form sends it. An edit of a published project has no progress and no levels of its own. */
export const saveProjectInput = saveInput(PROJECTS, {
  practical: {
    progress: practical.progress.optional(),
    textLevel: levels.textLevel.optional(),
    ownerLevel: levels.ownerLevel.optional(),
  },
});

export const draftProjectInput = z.strictObject({
  profileType: choice(PROFILE_TYPES),
  originalLocale: choice(LOCALES),
  title: line(PROJECT.title.most),
});

const place = { projectId: rowId, ...placeTarget };

export const projectPlaceInput = z.strictObject(place);

export const setProgressInput = z.strictObject({
  ...place,
  progress: choice(PROGRESS_STATES),
  acceptingInterests: ticked,
});

export const setLevelsInput = z.strictObject({
  ...place,
  ...levels,
});

export const renewProjectInput = z.strictObject({
  ...place,
  deadline: day,
});
