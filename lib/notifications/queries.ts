import "server-only";
import { eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { DigestRhythm } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { mailPreferences } from "@/db/schema/mail";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { MAIL_GROUPS, type MailGroup, MUTABLE_KINDS } from "@/lib/core/mail/mail-groups";
import { isResting } from "@/lib/core/mail/queue-mail";
import type { MailKind } from "@/lib/core/mail/render-mail";
import { readUnsubscribeToken } from "@/lib/core/mail/unsubscribe-token";

/**
 * The groups of mails the viewer gets, all but those they have switched off; the kinds that they have muted; how often
 * their digest comes, and by which zone's clock (null until they have said); whether letters came back from their address.
 */
export async function getMailChoices(viewer: Viewer): Promise<{
  wanted: MailGroup[];
  muted: MailKind[];
  rhythm: DigestRhythm;
  timeZone: string | null;
  isResting: boolean;
}> {
  const { topic, accountId } = mailPreferences;
  const rows = await query((db) =>
    db
      .select({ topic, rhythm: accounts.digestRhythm, timeZone: accounts.timeZone, isResting })
      .from(accounts)
      .leftJoin(mailPreferences, eq(accountId, accounts.id))
      .where(eq(accounts.id, viewer.accountId)),
  );
  const off = rows.map((row) => row.topic);
  const { rhythm = "weekly", timeZone = null, isResting: rests = false } = rows[0] ?? {};
  return {
    rhythm,
    timeZone,
    isResting: rests,
    wanted: MAIL_GROUPS.filter((group) => !off.includes(group)),
    muted: MUTABLE_KINDS.filter((kind) => off.includes(kind)),
  };
}

/**
 * What a mail's link switches and whether it is off; null for a link that is not ours or whose account is gone.
 * It tells nothing about the account.
 */
export async function getLinkedMails(
  token: string,
): Promise<{ group: MailGroup; isOff: boolean } | null> {
  const link = readUnsubscribeToken(token);
  if (!link) return null;
  const { accountId, group } = link;
  const isOff =
    group === "newsletter"
      ? sql<boolean>`not exists (select from consents c where c.account_id = accounts.id
          and c.purpose = 'newsletter' and c.withdrawn_at is null)`
      : sql<boolean>`exists (select from mail_preferences p
          where p.account_id = accounts.id and p.topic = ${group})`;
  const [row] = await query((db) =>
    db.select({ isOff }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row ? { group, isOff: row.isOff } : null;
}
