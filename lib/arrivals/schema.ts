import { z } from "zod";
import { NAME_ORDERS } from "@/db/enums";
import { isReference } from "@/db/reference/lists";
import { passwordByLink, TYPED_TWICE } from "@/lib/accounts/schema";
import { ASKED_CONSENTS } from "@/lib/applications/asked-choices";
import { code, type ErrorCode } from "@/lib/core/errors";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  localized,
  onceRight,
  pageNumber,
  rowId,
  rowVersion,
} from "@/lib/core/text/fields";
import { optionalChineseName, optionalNameLine } from "@/lib/core/text/names";
import { PROFILE_MAX } from "@/lib/members/schema";
import { nameFaults } from "@/lib/members/settled-names";

const box = z.string().max(3).optional();
const needed = (fault: ErrorCode) => z.string({ error: code(fault) }).max(3);

const versions = z.strictObject(
  Object.fromEntries(ASKED_CONSENTS.map((purpose) => [purpose, rowVersion])) as Record<
    (typeof ASKED_CONSENTS)[number],
    typeof rowVersion
  >,
);

/**
 * What a person says who comes in: names as typed, what else of the profile is asked on the page, the language of their
 * letters, a password, and as `ticks` the boxes they ticked, each with the version of the text beside it.
 */
export const comeInInput = z
  .strictObject({
    ...passwordByLink,
    familyName: optionalNameLine(PROFILE_MAX.name),
    givenName: optionalNameLine(PROFILE_MAX.name),
    nameZh: optionalChineseName(PROFILE_MAX.nameZh),
    nameOrder: choice(NAME_ORDERS),
    letters: choice(LOCALES),
    jobTitle: localized(PROFILE_MAX.jobTitle, true),
    sectors: choices((slug) => isReference("sectors", slug)),
    cities: choices((slug) => isReference("cities", slug), 80),
    charter: needed("charterNeeded"),
    "privacy-notice": needed("noticeNeeded"),
    "transfer-to-france": box,
    "members-directory": box,
    "public-directory": box,
    versions,
  })
  .superRefine(
    (typed, context) => {
      for (const { field, code: message } of nameFaults(typed)) {
        context.addIssue({ code: "custom", path: [field], message });
      }
    },
    onceRight("familyName", "givenName", "nameZh"),
  )
  .refine(...TYPED_TWICE)
  .transform(({ versions: read, passwordAgain: _, ...sent }) => ({
    ...sent,
    ticks: ASKED_CONSENTS.filter((purpose) => sent[purpose]).map((purpose) => ({
      purpose,
      version: read[purpose],
    })),
  }));

export type ComeInInput = z.infer<typeof comeInInput>;

/** Whose link is sent or copied, or whose data is deleted. */
export const arrivalInput = z.strictObject({ accountId: rowId });

/** Everybody who has no link yet; with an import, those whom it brought. */
export const sendLinksInput = z.strictObject({ importId: rowId.optional() });

/** What of those who have not come in is listed, from the address. */
export const SHOWN = ["all", "no-link", "to-remind", "to-delete"] as const;

export const arrivalFilters = z.object({
  show: z.enum(SHOWN).catch("all"),
  page: pageNumber,
});

export type ArrivalFilters = z.infer<typeof arrivalFilters>;
