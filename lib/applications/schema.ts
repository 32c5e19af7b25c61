import { z } from "zod";
import { COUNTRIES, NAME_ORDERS } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import { code } from "@/lib/core/errors";
import {
  choices,
  email,
  localized,
  optionalChoice,
  optionalLine,
  optionalParagraph,
  paragraph,
  rowId,
  rowVersion,
  ticked,
} from "@/lib/core/text/fields";
import { ANSWER_MAX, DRAFT_MAX } from "./answer-limits";
import { ASKED_CATEGORIES, ASKED_CONSENTS } from "./asked-choices";

const oneIn = (list: ReferenceList) => optionalChoice((slug) => isReference(list, slug));
const someIn = (list: ReferenceList) => choices((slug) => isReference(list, slug), 80);
const place = optionalChoice(
  (slug) => isReference("lyonPlaces", slug) || isReference("cities", slug),
);
const draftLine = optionalLine(DRAFT_MAX.line);
const draftParagraph = optionalParagraph(DRAFT_MAX.paragraph);

/** The answers of each page, lenient: a draft keeps whatever is typed, as long as it can be kept at all. */
export const STEP_ANSWERS = {
  identity: {
    familyName: draftLine,
    givenName: draftLine,
    nameOrder: optionalChoice(NAME_ORDERS),
    nameZh: draftLine,
    jobTitle: localized(DRAFT_MAX.line, true),
    languages: someIn("languages"),
  },
  contact: { phone: draftLine, wechat: draftLine },
  organisation: {
    country: optionalChoice(COUNTRIES),
    organisationKind: oneIn("organisationKinds"),
    legalName: draftLine,
    chineseName: draftLine,
  },
  registration: {
    registrationId: draftLine,
    headOffice: place.optional(),
    headOfficeElsewhere: draftLine,
    headcount: oneIn("organisationSizes"),
    website: draftLine,
  },
  presentation: { sectors: someIn("sectors"), pitch: localized(DRAFT_MAX.paragraph) },
  china: {
    activityKinds: someIn("activityKinds"),
    activityStage: oneIn("activityStages"),
    cities: someIn("cities"),
  },
  needs: { expectations: draftParagraph, contribution: draftParagraph },
  references: { sponsor: draftLine, category: optionalChoice(ASKED_CATEGORIES) },
};

/** Which application a form was opened on, and in which version. */
const target = { applicationId: rowId, version: rowVersion };

const saving = {
  ...target,
  intent: z
    .enum(["continue", "autosave", "leave"], { error: code("unreadable") })
    .default("continue"),
};

/** Which version of each text stood beside its box. */
const versions = z.strictObject({
  charter: rowVersion,
  "privacy-notice": rowVersion,
  "transfer-to-france": rowVersion,
  "members-directory": rowVersion,
  "public-directory": rowVersion,
} satisfies Record<(typeof ASKED_CONSENTS)[number], typeof rowVersion>);

/** One page of the form, as it is sent. The boxes of the charter page have a name each, so that each tells its own fault. */
export const saveAnswersInput = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("identity"), ...saving, ...STEP_ANSWERS.identity }),
  z.strictObject({ step: z.literal("contact"), ...saving, ...STEP_ANSWERS.contact }),
  z.strictObject({ step: z.literal("organisation"), ...saving, ...STEP_ANSWERS.organisation }),
  z.strictObject({ step: z.literal("registration"), ...saving, ...STEP_ANSWERS.registration }),
  z.strictObject({ step: z.literal("presentation"), ...saving, ...STEP_ANSWERS.presentation }),
  z.strictObject({ step: z.literal("china"), ...saving, ...STEP_ANSWERS.china }),
  z.strictObject({ step: z.literal("needs"), ...saving, ...STEP_ANSWERS.needs }),
  z.strictObject({ step: z.literal("references"), ...saving, ...STEP_ANSWERS.references }),
  z
    .strictObject({
      step: z.literal("charter"),
      ...saving,
      charter: ticked,
      "privacy-notice": ticked,
      "transfer-to-france": ticked,
      "members-directory": ticked,
      "public-directory": ticked,
      versions,
    })
    .transform(({ step, applicationId, version, intent, versions: read, ...boxes }) => ({
      step,
      applicationId,
      version,
      intent,
      consents: ASKED_CONSENTS.filter((purpose) => boxes[purpose]).map((purpose) => ({
        purpose: purpose as string,
        version: read[purpose],
      })),
    })),
]);

/** A secret of ours: 43 characters of base64url. */
const secret = z
  .string({ error: code("linkExpired") })
  .regex(/^[\w-]{20,100}$/, code("linkExpired"));

export const startApplicationInput = z.strictObject({
  email,
  invitation: secret.optional(),
  /** A trap: nobody sees this field, so only a machine fills it in. */
  homepage: z.string().max(2000).default(""),
});

export const openApplicationInput = z.strictObject({ key: secret, invitation: secret.optional() });

export const applicationVersionInput = z.strictObject(target);

export const chooseOrganisationInput = z.strictObject({ ...target, organisationId: rowId });

export const answerQuestionInput = z.strictObject({
  ...target,
  words: paragraph(ANSWER_MAX.answer),
});

export const withdrawApplicationInput = z.strictObject({
  ...target,
  confirmed: ticked.refine((isTicked) => isTicked, code("confirmNeeded")),
});

export const reapplyInput = z.strictObject({ applicationId: rowId });
