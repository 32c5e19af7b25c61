import { z } from "zod";
import { DIGEST_RHYTHMS } from "@/db/enums";
import { readTimeZone } from "@/lib/core/dates";
import { code } from "@/lib/core/errors";
import { MAIL_GROUPS, MUTABLE_KINDS } from "@/lib/core/mail/mail-groups";
import { choice, choices, line, pageNumber } from "@/lib/core/text/fields";

/** The groups that stay on, beside those that the form had `shown` as on (`digest rooms`); what is not ticked is switched off. */
export const chooseMailsInput = z.strictObject({
  wanted: choices(MAIL_GROUPS),
  shown: z
    .string()
    .transform((names): string | string[] | undefined => names.split(" "))
    .pipe(choices(MAIL_GROUPS))
    .optional(),
});

/** A time zone that Intl knows, by the name it gives it. */
const timeZone = z
  .string({ error: code("required") })
  .max(60, code("timeZoneUnknown"))
  .transform((written) => readTimeZone(written) ?? "")
  .refine((zone) => zone !== "", code("timeZoneUnknown"));

/** When the digest comes; `rhythm` as it was where only the zone is asked, on the dashboard. */
export const chooseRhythmInput = z.strictObject({
  timeZone,
  rhythm: choice(DIGEST_RHYTHMS).optional(),
});

/** The secret of a mail's link. */
export const mailLinkInput = z.strictObject({ token: line(300) });

/** A page of the list of notices; any other than a number is the first. */
export const noticesQuery = z.object({
  page: pageNumber,
});

/** A kind of notice that can be muted, and where one was. */
export const muteInput = z.strictObject({
  kind: z.enum(MUTABLE_KINDS),
  back: z.enum(["list", "account"]),
});
