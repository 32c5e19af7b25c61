import { z } from "zod";
import { MAIL_GROUPS, MUTABLE_KINDS } from "@/lib/core/mail/mail-groups";
import { choices, line } from "@/lib/core/text/fields";

/** The groups that stay on; what is not ticked is switched off. */
export const chooseMailsInput = z.strictObject({ wanted: choices(MAIL_GROUPS) });

/** The secret of a mail's link. */
export const mailLinkInput = z.strictObject({ token: line(300) });

/** A page of the list of notices; any other than a number is the first. */
export const noticesQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** A kind of notice that can be muted, and where one was. */
export const muteInput = z.strictObject({
  kind: z.enum(MUTABLE_KINDS),
  back: z.enum(["list", "account"]),
});
