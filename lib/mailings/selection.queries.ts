import "server-only";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { mailings } from "@/db/schema/mailings";
import { members } from "@/db/schema/members";
import { isActing } from "@/db/standing";
import { PROMISES } from "@/lib/core/i18n/promises";
import { isResting } from "@/lib/core/mail/queue-mail";

const fits = (wanted: AnyColumn, own: SQL) =>
  sql`(cardinality(${wanted}) = 0 or ${own} && ${wanted})`;

/** Whether the member of a row (`accounts`, `members`) is in the selection of its mailing (`mailings`). */
export const isMeant = sql<boolean>`(${fits(mailings.categories, sql`array[${members.category}]`)}
  and ${fits(mailings.cities, sql`${members.cities}`)}
  and ${fits(mailings.sectors, sql`${members.sectors}`)}
  and ${fits(mailings.locales, sql`array[${accounts.locale}]`)})`;

/** Whether the account of a row agrees to the newsletter. */
export const isAgreed = sql<boolean>`(exists (select from ${consents} where ${consents.accountId} = ${accounts.id}
    and ${consents.purpose} = 'newsletter' and ${consents.withdrawnAt} is null))`;

/**
 * Whether it may be sent to the account of a row: a current member, of a newsletter one who agrees to it and whose letters do
 * not come back. Asked when it is started, and again when each letter is sent.
 */
export const mayGet = sql<boolean>`(${isActing()} and (${mailings.kind} <> 'newsletter'
  or (not ${isResting} and ${isAgreed})))`;

/** Whether the same words went to the same selection, by the same kind of mailing, less than a day ago. */
export async function wasSentToday(
  db: Pick<Transaction, "execute">,
  mailingId: string,
): Promise<boolean> {
  const [row] = await db.execute<{ found: boolean }>(sql`
    select exists (select from mailings this join mailings other on other.id <> this.id
        and other.started_at > now() - make_interval(hours => ${PROMISES.sameMailHours}::int)
        and (other.kind, other.subject, other.body, other.categories, other.cities, other.sectors, other.locales)
          = (this.kind, this.subject, this.body, this.categories, this.cities, this.sectors, this.locales)
      where this.id = ${mailingId}::uuid) as found`);
  return row?.found === true;
}
