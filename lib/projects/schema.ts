import { z } from "zod";
import { PROFILE_TYPES, PROGRESS_STATES } from "@/db/enums";
import { today } from "@/lib/core/dates";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  day,
  line,
  optionalDay,
  optionalParagraph,
  paragraph,
  rowId,
  ticked,
} from "@/lib/core/text/fields";
import { atLeast } from "@/lib/core/text/least-length";
import { placeTarget, saveInput, sectionInput } from "@/lib/entries/entry-input";
import { PROJECT, PROJECTS } from "./project";
import { deadlineFault } from "./project-deadline";
import { LEAST } from "./text-limits";

const practical = sectionInput(PROJECT, "practical");
const levels = sectionInput(PROJECT, "levels");

/** One section of the editor, as its form sends it. An edit of a published project has no progress and no levels of its own. */
export const saveProjectInput = saveInput(PROJECTS, {
  practical: {
    progress: practical.progress.optional(),
    textLevel: levels.textLevel.optional(),
    ownerLevel: levels.ownerLevel.optional(),
  },
});

const { title, sought, offered } = PROJECT;

const opening = {
  profileType: choice(PROFILE_TYPES),
  originalLocale: choice(LOCALES),
  deadline: optionalDay.superRefine((deadline, context) => {
    const message = deadlineFault({ deadline }, today());
    if (message) context.addIssue({ code: "custom", message });
  }),
  isNamed: ticked,
};

/** What the first page of a project sends: all that is needed to hand it in, or what there is of it, to be kept as a draft. */
export const postProjectInput = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("submit"),
    title: atLeast(LEAST.title, line(title.most)),
    ...opening,
    sought: atLeast(LEAST.sought, paragraph(sought.most)),
    offered: atLeast(LEAST.offered, paragraph(offered.most)),
  }),
  z.strictObject({
    intent: z.literal("draft"),
    title: line(title.most),
    ...opening,
    sought: optionalParagraph(sought.most),
    offered: optionalParagraph(offered.most),
  }),
]);

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
