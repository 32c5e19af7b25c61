import { z } from "zod";
import { MAIL_GROUPS } from "@/lib/core/mail/mail-groups";
import { choices, line } from "@/lib/core/text/fields";

/** The groups that stay on; what is not ticked is switched off. */
export const chooseMailsInput = z.strictObject({ wanted: choices(MAIL_GROUPS) });

/** The secret of a mail's link. */
export const mailLinkInput = z.strictObject({ token: line(300) });
