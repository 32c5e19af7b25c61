import { z } from "zod";
import { ACTIVITY_STAGES, DIRECTIONS, PAGE_VISIBILITIES } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import { today } from "@/lib/core/dates";
import { code, type ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import { staleMarksOf } from "@/lib/core/i18n/staleness";
import {
  choice,
  choices,
  localized,
  onceRight,
  optionalChoice,
  optionalYear,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { optionalNameLine } from "@/lib/core/text/names";
import { ACTIVITY_MAX, ACTIVITY_TEXTS } from "./activity-content";
import { onlyDirection } from "./activity-kinds";
import { yearOf } from "./activity-state";

/** The silk trade is older than the Republic of China. */
const FIRST_YEAR = 1800;
const YEARS_AHEAD = { since: 2, until: 15 };

const year = (ahead: number) =>
  optionalYear(FIRST_YEAR, ahead)
    .refine((value) => value !== null, code("required"))
    .transform((value) => value as number);

const someIn = (list: ReferenceList, max: number) =>
  choices((slug) => isReference(list, slug), max);

const organisation = z
  .union([z.literal(""), rowId])
  .optional()
  .transform((value) => (value === undefined ? undefined : value || null));

const content = {
  kind: choice((slug) => isReference("activityKinds", slug)),
  /** Left out where the kind answers it. */
  direction: optionalChoice(DIRECTIONS),
  stage: choice(ACTIVITY_STAGES),
  /** Absent where it is not asked: without organisations, and on the form of a manager. */
  organisationId: organisation,
  headcountBand: optionalChoice((slug) => isReference("headcountBands", slug)),
  partner: optionalNameLine(ACTIVITY_MAX.partner).transform((words) => words || null),
  sectors: someIn("sectors", ACTIVITY_MAX.sectors).refine(
    (list) => list.length > 0,
    code("notChosen"),
  ),
  cities: someIn("cities", ACTIVITY_MAX.cities),
  since: year(YEARS_AHEAD.since),
  until: optionalYear(FIRST_YEAR, YEARS_AHEAD.until),
  ongoing: ticked,
  originalLocale: choice(LOCALES),
  title: localized(ACTIVITY_MAX.title, true),
  summary: localized(ACTIVITY_MAX.summary),
};

type Content = z.infer<z.ZodObject<typeof content>>;

const refusal = (context: z.core.$RefinementCtx) => (field: string, message: ErrorCode) =>
  context.addIssue({ code: "custom", path: field.split("."), message });

function requireDirection({ kind, direction }: Content, context: z.core.$RefinementCtx): void {
  if (direction === null && onlyDirection(kind) === null) {
    refusal(context)("direction", "notChosen");
  }
}

/** Kinds with both directions go both ways too: whoever is wrong has one to choose from. */
function checkDirection({ kind, direction }: Content, context: z.core.$RefinementCtx): void {
  const only = onlyDirection(kind);
  if (only === null || direction === null || direction === only) return;
  refusal(context)("direction", only === "china-to-lyon" ? "onlyToLyon" : "onlyToChina");
}

function checkYears({ since, until, ongoing }: Content, context: z.core.$RefinementCtx): void {
  const refuse = refusal(context);
  const isOver = until !== null && until < yearOf(today());
  if (until !== null && until < since) refuse("until", "endsBeforeStart");
  else if (ongoing ? isOver : until === null) refuse("until", "endedOrOngoing");
}

function checkStage({ stage, ongoing }: Content, context: z.core.$RefinementCtx): void {
  if (stage === "exited" && ongoing) refusal(context)("stage", "exitedGoesOn");
}

/** What one answer forbids another. */
const checked = <Input extends Content>(schema: z.ZodType<Input>) =>
  schema
    .superRefine(requireDirection, onceRight("direction"))
    .superRefine(checkDirection, onceRight("kind", "direction"))
    .superRefine(checkYears, onceRight("since", "until"))
    .superRefine(checkStage, onceRight("stage"));

/** The page's language, or the first one that has a title. */
const writtenIn = ({ originalLocale, title }: Pick<Content, "originalLocale" | "title">) =>
  [originalLocale, ...LOCALES].find((one) => title[one]);

/** With the direction that the kind answers; it was asked for where there is none. */
const directed = <Input extends Content>(input: Input) => ({
  ...input,
  direction: input.direction ?? onlyDirection(input.kind) ?? "both",
});

/** A new activity. Its original language is the page's, or the first one that has a title. */
export const addActivityInput = checked(
  z.strictObject({ ...content, visibility: choice(PAGE_VISIBILITIES) }),
)
  .superRefine(
    (input, context) => {
      if (!writtenIn(input)) refusal(context)(`title.${input.originalLocale}`, "required");
    },
    onceRight("title", "originalLocale"),
  )
  .transform((input) => ({ ...input, originalLocale: writtenIn(input) ?? input.originalLocale }))
  .transform(directed);

export const changeActivityInput = checked(
  z.strictObject({
    ...content,
    activityId: rowId,
    version: rowVersion,
    visibility: choice(PAGE_VISIBILITIES).optional(),
    /** Translations said to be still right: `summary.en`. */
    confirmed: choices(staleMarksOf(ACTIVITY_TEXTS)),
  }),
)
  .superRefine(
    ({ title, originalLocale }, context) => {
      if (!title[originalLocale]) refusal(context)(`title.${originalLocale}`, "originalNeeded");
    },
    onceRight("title", "originalLocale"),
  )
  .transform(directed);

const place = { activityId: rowId, version: rowVersion };

/** `back`: the page the button stands on. */
export const confirmActivityInput = z.strictObject({
  ...place,
  back: choice(["page", "mine", "home"]).default("page"),
});

export const removeActivityInput = z.strictObject({
  ...place,
  understood: ticked.refine((value) => value, code("tickFirst")),
});
