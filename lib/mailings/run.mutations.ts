import "server-only";
import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import { ACTING } from "@/db/standing";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { PRIORITY } from "@/lib/core/mail/queue-job";
import { mailKindOf } from "./letter";
import { LETTERS_A_MINUTE } from "./mailing";
import { mailingEvent } from "./mailing-event";
import { queueSending } from "./queue-sending";

/** Of the job that sends a letter, so that one sees what became of it. */
const letterKey = (mailId: SQL) => sql`'letter-' || ${mailId}`;

/**
 * Puts the next letters of a mailing in the outbox, sixty at most of all that wait there, a second apart, and comes back once they have left
 * until none waits; then the mailing is sent and the next has its turn. A letter whose job has had all its tries waits no more. People, letters and jobs are written together, so that whoever dies leaves
 * all of it or nothing. Mailings take turns. Does nothing for one that is not being sent; one whose starter
 * is no administrator any more stops. Gives how many letters.
 */
export async function queueNextLetters(tx: Transaction, mailingId: string): Promise<number> {
  const [it] = await tx
    .select({
      kind: mailings.kind,
      startedBy: mailings.startedBy,
      isStarterInOffice: sql<boolean>`exists (select from accounts starter
        where starter.id = ${mailings.startedBy} and starter.role = 'administrator' and starter.status ${ACTING})`,
      isNext: sql<boolean>`not exists (select from mailings before
        where before.state = 'sending' and before.started_at < mailings.started_at)`,
    })
    .from(mailings)
    .where(and(eq(mailings.id, mailingId), eq(mailings.state, "sending")))
    .for("no key update");
  if (!it) return 0;
  authorize(it.startedBy !== null);
  if (!it.isStarterInOffice) {
    await tx
      .update(mailings)
      .set({ state: "stopped", version: sql`${mailings.version} + 1` })
      .where(eq(mailings.id, mailingId));
    const starter = { accountId: it.startedBy };
    await record(
      tx,
      null,
      mailingEvent(starter, "mailing.stopped", { kind: it.kind, mailing: mailingId }),
    );
    return 0;
  }
  await giveUpLetters(tx, mailingId);
  const queued = it.isNext ? await queueBatch(tx, mailingId, mailKindOf(it)) : 0;
  const isWaiting = and(
    eq(mailingRecipients.mailingId, mailingId),
    eq(mailingRecipients.state, "waiting"),
  );
  const waiting = await tx.$count(mailingRecipients, isWaiting);
  if (waiting > 0) {
    const seconds = queued > 0 ? queued + 1 : 60;
    await queueSending(tx, mailingId, new Date(Date.now() + seconds * 1000));
    return queued;
  }
  await tx
    .update(mailings)
    .set({ state: "sent", endedAt: sql`now()`, version: sql`${mailings.version} + 1` })
    .where(eq(mailings.id, mailingId));
  const by = { accountId: it.startedBy };
  await record(tx, null, mailingEvent(by, "mailing.sent", { kind: it.kind, mailing: mailingId }));
  const [next] = await tx
    .select({ id: mailings.id })
    .from(mailings)
    .where(eq(mailings.state, "sending"))
    .orderBy(asc(mailings.startedAt))
    .limit(1);
  if (next) await queueSending(tx, next.id);
  return queued;
}

/** Those that the worker tries no more: a server was away for days. */
async function giveUpLetters(tx: Transaction, mailingId: string): Promise<void> {
  await tx.execute(sql`
    update mailing_recipients r set at = now(),
      state = case when exists (select from mails m where m.id = r.mail_id and m.sent_at is not null)
        then 'sent' else 'undelivered' end
    from graphile_worker.jobs j
    where r.mailing_id = ${mailingId}::uuid and r.state = 'waiting' and j.key = ${letterKey(sql`r.mail_id`)}
      and j.attempts >= j.max_attempts and j.locked_at is null`);
}

async function queueBatch(tx: Transaction, mailingId: string, kind: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    with next as (
      select account_id from mailing_recipients
      where mailing_id = ${mailingId}::uuid and state = 'waiting' and mail_id is null
      order by account_id
      limit (select greatest(0, ${LETTERS_A_MINUTE}::int - count(*)) from mailing_recipients
        where mailing_id = ${mailingId}::uuid and state = 'waiting' and mail_id is not null)
      for no key update
    ), letters as (
      insert into mails (account_id, address, kind, locale, data)
      select a.id, a.email, ${kind}, a.locale, jsonb_build_object('mailing', ${mailingId}::text)
      from next join accounts a on a.id = next.account_id
      returning id, account_id
    ), noted as (
      update mailing_recipients r set mail_id = letters.id from letters
      where r.mailing_id = ${mailingId}::uuid and r.account_id = letters.account_id
    ), jobs as materialized (
      select club_queue_job('send-mail', json_build_object('mailId', id),
        now() + make_interval(secs => row_number() over () - 1), ${letterKey(sql`id`)}, null, ${PRIORITY.rest}::int) from letters
    )
    select count(*)::int as count from jobs`);
  return row?.count ?? 0;
}
