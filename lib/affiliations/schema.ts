import { z } from "zod";
import { AFFILIATION_ROLES, REQUEST_KINDS } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import {
  choice,
  email,
  line,
  localized,
  optionalParagraph,
  rowId,
  ticked,
} from "@/lib/core/text/fields";
import { AFFILIATION_MAX } from "./words-limit";

export const organisationInput = z.strictObject({ organisationId: rowId });

export const requestAffiliationInput = z.strictObject({
  organisationId: rowId,
  kind: choice(REQUEST_KINDS),
  words: optionalParagraph(AFFILIATION_MAX.words),
});

export const requestInput = z.strictObject({ requestId: rowId });

export const declineRequestInput = z.strictObject({
  requestId: rowId,
  words: optionalParagraph(AFFILIATION_MAX.words),
});

export const inviteColleagueInput = z.strictObject({
  organisationId: rowId,
  email,
  locale: choice(LOCALES),
  role: choice(AFFILIATION_ROLES),
});

export const invitationInput = z.strictObject({ invitationId: rowId });

/** The secret of a mailed link. */
export const answerInvitationInput = z.strictObject({ token: line(100) });

export const setPositionInput = z.strictObject({
  organisationId: rowId,
  position: localized(AFFILIATION_MAX.position, true),
});

export const handOverInput = z.strictObject({
  organisationId: rowId,
  memberId: rowId,
  steppingDown: ticked,
});

export const removePersonInput = z.strictObject({ organisationId: rowId, memberId: rowId });
