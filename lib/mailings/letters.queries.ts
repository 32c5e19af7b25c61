import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import { members } from "@/db/schema/members";
import { isActingAdministrator } from "@/db/standing";
import { greetingName } from "@/lib/core/auth/viewer-type";
import type { Compose } from "@/lib/core/mail/send-mail";
import { rowId } from "@/lib/core/text/fields";
import { mailingLetter } from "./letter";
import { mayGet } from "./selection.queries";

/** Whether the mail server said that it will never take the letter. */
const isForEver = sql<boolean>`(${mailingRecipients.state} = 'refused' and ${mailingRecipients.code} ~ '\\m5\\d\\d\\M')`;

/**
 * One person's letter of a mailing (`data.mailing`), as it was written when the mailing was started. Null where it was stopped, where
 * its reader may not get it any more, and where the mail server has refused it for good. A test (`data.isTest`) goes to
 * whoever writes, of a draft too, as long as they may.
 */
export const composeMailing: Compose = async ({ accountId, locale, data }) => {
  const id = rowId.safeParse(data.mailing);
  if (!id.success) return null;
  const [row] = await query((db) =>
    db
      .select({
        kind: mailings.kind,
        subject: mailings.subject,
        body: mailings.body,
        state: mailings.state,
        recipient: mailingRecipients.state,
        isForEver,
        mayGet,
        mayTry: sql<boolean>`${isActingAdministrator()}`,
        displayName: accounts.displayName,
        givenName: members.givenName,
        familyName: members.familyName,
        nameOrder: members.nameOrder,
        nameZh: members.nameZh,
      })
      .from(mailings)
      .innerJoin(accounts, eq(accounts.id, accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(
        mailingRecipients,
        and(
          eq(mailingRecipients.mailingId, mailings.id),
          eq(mailingRecipients.accountId, accounts.id),
        ),
      )
      .where(eq(mailings.id, id.data)),
  );
  if (!row) return null;
  const isTest = data.isTest === "yes";
  const isOn = row.state === "sending" || row.state === "sent";
  const isAskedFor = row.recipient === "waiting" || row.recipient === "refused";
  const isToLeave = isTest ? row.mayTry : isOn && isAskedFor && row.mayGet && !row.isForEver;
  if (!isToLeave) return null;
  return mailingLetter(row, locale, { name: greetingName(row, locale), isTest });
};
