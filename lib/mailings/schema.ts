import { z } from "zod";
import { MAILING_KINDS, RECIPIENT_STATES } from "@/db/enums";
import { isReference, type ReferenceList } from "@/db/reference/lists";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  choices,
  localized,
  optionalDay,
  pageNumber,
  rowId,
  rowVersion,
} from "@/lib/core/text/fields";
import { MAILING_MAX } from "./mailing";

const key = { mailingId: rowId, version: rowVersion };
const ofList = (list: ReferenceList) => choices((slug) => isReference(list, slug), 100);

/** Which mailing, as its form knew it. */
export const mailingInput = z.strictObject(key);

/** What kind of mailing is begun. */
export const draftMailingInput = z.strictObject({ kind: choice(MAILING_KINDS) });

/** What a draft says, to whom, until which day it stands on the home page, and whether it is read next or written on. */
export const reviseMailingInput = z.strictObject({
  ...key,
  subject: localized(MAILING_MAX.subject, true),
  body: localized(MAILING_MAX.body),
  categories: ofList("membershipCategories"),
  cities: ofList("cities"),
  sectors: ofList("sectors"),
  locales: choices(LOCALES),
  shownUntil: optionalDay,
  intent: choice(["read", "stay"]).default("stay"),
});

/** In which language one sends it to oneself, as one read it. */
export const tryMailingInput = z.strictObject({ ...key, locale: choice(LOCALES) });

/** `isAgain`: the same was sent a moment ago, and it is to go once more. */
export const startMailingInput = z.strictObject({ ...key, isAgain: z.literal("yes").optional() });

/** One person's letter. */
export const recipientInput = z.strictObject({ mailingId: rowId, accountId: rowId });

/** Whose address is written to again. */
export const restInput = z.strictObject({ accountId: rowId });

/** Which announcement is put away. */
export const announcementInput = z.strictObject({ mailingId: rowId });

/** A page of the people a mailing goes to, those of one state or all. */
export const recipientsQuery = z.object({
  page: pageNumber,
  state: z.enum(RECIPIENT_STATES).nullable().catch(null),
});
