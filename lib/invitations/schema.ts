import { z } from "zod";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, email, onceRight, optionalParagraph, rowId } from "@/lib/core/text/fields";
import { optionalNameLine } from "@/lib/core/text/names";
import { PROFILE_MAX } from "@/lib/members/schema";
import { nameFaults, settleNames } from "@/lib/members/settled-names";
import { INVITATION_WORDS } from "./words-limit";

/** Somebody to invite: a name in either script, in the fields of its script afterwards, an address, a language, a line. */
export const inviteInput = z
  .strictObject({
    familyName: optionalNameLine(PROFILE_MAX.name),
    givenName: optionalNameLine(PROFILE_MAX.name),
    email,
    letters: choice(LOCALES),
    words: optionalParagraph(INVITATION_WORDS),
  })
  .superRefine(
    (typed, context) => {
      for (const { field, code } of nameFaults({ ...typed, nameZh: "" })) {
        context.addIssue({ code: "custom", path: [field], message: code });
      }
    },
    onceRight("familyName", "givenName"),
  )
  .transform(({ letters, ...typed }) => {
    const { isProposed: _, ...names } = settleNames({ ...typed, nameZh: "" });
    const { familyName, givenName, nameZh } = names;
    return { ...typed, familyName, givenName, nameZh, locale: letters };
  });

export type InviteInput = z.infer<typeof inviteInput>;

/** Which invitation of one's own. */
export const invitationInput = z.strictObject({ invitationId: rowId });
