import { z } from "zod";
import { APPLICATION_STATES, COUNTRIES } from "@/db/enums";
import { referenceItem, referenceItems } from "@/db/reference/lists";
import { code, type ErrorCode } from "@/lib/core/errors";
import {
  choice,
  onceRight,
  optionalChoice,
  optionalParagraph,
  pageNumber,
  paragraph,
  rowId,
  rowVersion,
} from "@/lib/core/text/fields";
import { VETTING_WORDS_MAX } from "./words-limit";

export const APPLICATION_VERDICTS = ["approved", "info-requested", "refused"] as const;
export type ApplicationVerdict = (typeof APPLICATION_VERDICTS)[number];

/**
 * What an approval does about the organisation when it joins none of the club: `new` makes the one described,
 * `another` does so although the club knows one of the same name, `none` leaves it to the new member.
 */
const NO_KNOWN_ORGANISATION = ["new", "another", "none"] as const;

const isOrganisation = (value: string) =>
  (NO_KNOWN_ORGANISATION as readonly string[]).includes(value) || rowId.safeParse(value).success;

const version = { applicationId: rowId, version: rowVersion };

/** `from` is the colleague it is taken over from, as the page said; absent for what nobody has taken. */
export const takeApplicationInput = z.strictObject({ ...version, from: rowId.optional() });

export const resumeReviewInput = z.strictObject(version);

export const releaseApplicationInput = z.strictObject(version);

export const noteInput = z.strictObject({
  applicationId: rowId,
  words: paragraph(VETTING_WORDS_MAX),
});

export const decideApplicationInput = z
  .strictObject({
    ...version,
    verdict: choice(APPLICATION_VERDICTS),
    refusalReason: optionalChoice(
      referenceItems("reasonsApplicationRefusal").map((one) => one.slug),
    ),
    words: optionalParagraph(VETTING_WORDS_MAX),
    /** One of `NO_KNOWN_ORGANISATION`, or the id of the organisation of the club that is joined. */
    organisation: choice(isOrganisation).default("new"),
  })
  .superRefine(
    ({ verdict, refusalReason, words }, context) => {
      const lack = (field: string, message: ErrorCode) =>
        context.addIssue({ code: "custom", path: [field], message: code(message) });
      if (verdict === "info-requested" && words === "") lack("words", "required");
      if (verdict !== "refused") return;
      if (!refusalReason) lack("refusalReason", "notChosen");
      else if (referenceItem("reasonsApplicationRefusal", refusalReason)?.requiresText && !words) {
        lack("words", "wordsNeeded");
      }
    },
    onceRight("verdict", "refusalReason", "words"),
  );

/** The states the club team reads: a draft is its applicant's alone. */
export const READ_STATES = APPLICATION_STATES.filter((state) => state !== "draft");

const APPLICATION_VIEWS = ["open", ...READ_STATES] as const;
export type ApplicationView = (typeof APPLICATION_VIEWS)[number];

/** Filters of the list as they stand in the address; what cannot be read is left out. */
export const applicationFilters = z.object({
  state: z.enum(APPLICATION_VIEWS).catch("open"),
  q: z.string().trim().max(200).catch(""),
  country: z.enum(COUNTRIES).or(z.literal("")).catch(""),
  taken: z.enum(["", "me", "nobody"]).catch(""),
  page: pageNumber,
});

export type ApplicationFilters = z.infer<typeof applicationFilters>;
