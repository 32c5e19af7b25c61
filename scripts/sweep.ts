import { type AnyColumn, getTableName, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { query } from "@/db/client";
import {
  accountLinks,
  accounts,
  idempotencyKeys,
  knownBrowsers,
  sessions,
  signInCodes,
} from "@/db/schema/accounts";
import { organisationInvitations } from "@/db/schema/affiliations";
import { duesDocuments } from "@/db/schema/dues";
import { imports } from "@/db/schema/imports";
import { introductions } from "@/db/schema/introductions";
import { memberInvitations } from "@/db/schema/invitations";
import { jobRuns } from "@/db/schema/jobs";
import { mails } from "@/db/schema/mail";
import { mailingRecipients } from "@/db/schema/mailings";
import { decisions, reports } from "@/db/schema/moderation";
import { digests, notices } from "@/db/schema/notices";
import { rateLimits } from "@/db/schema/rate-limits";
import { eventGuests } from "@/db/schema/registrations";
import { sharePictures } from "@/db/schema/share-pictures";
import { KNOWN_BROWSER_DAYS } from "@/lib/core/auth/session-life";
import { isLiving } from "@/lib/core/auth/session-state";
import { env } from "@/lib/core/env";
import { PROMISES } from "@/lib/core/i18n/promises";
import { listOldLetters, MAIL_DAYS, removeOldLetters } from "@/lib/core/mail/mail-retention";

const DAY = 24;
const INVITED = PROMISES.invitedKeptDays * DAY;

const isOlderThan = (column: AnyColumn, hours: number) =>
  sql`${column} < now() - make_interval(hours => ${hours})`;

/** Mails to an invited colleague: nothing takes them along when it is deleted. */
const isNobodys = sql`${mails.accountId} is null and ${mails.applicationId} is null
  and ${mails.guestId} is null`;

/** A call goes with all that belongs to it, once the last of these is old enough: counted from the end of its year. */
const areBooksClosed = () => sql`not exists (select from dues_documents d
  where coalesce(d.call_id, d.id) = coalesce(dues_documents.call_id, dues_documents.id)
  and d.created_at >= date_trunc('year', now()) - make_interval(years => ${Number(env().CLUB_DUES_KEEP_YEARS)}))`;

/** What the team answered to a report so long ago that neither's words are kept. */
const isPastReport = sql`${decisions.subjectType} = 'report'
  and ${decisions.decidedAt} < now() - make_interval(months => ${PROMISES.reportMonths})`;

/** Each table of which rows run out, and which of them have. */
const runOut = (): [table: PgTable, isOld: SQL][] => [
  [
    sessions,
    sql`not exists (select from ${accounts} where ${accounts.id} = ${sessions.accountId} and ${isLiving})`,
  ],
  [knownBrowsers, isOlderThan(knownBrowsers.seenAt, KNOWN_BROWSER_DAYS * DAY)],
  [signInCodes, isOlderThan(signInCodes.expiresAt, 1)],
  // The link of who was brought in says for a while that it is too old.
  [
    accountLinks,
    sql`${isOlderThan(accountLinks.expiresAt, DAY)}
      and (${accountLinks.purpose} <> 'come-in' or ${isOlderThan(accountLinks.expiresAt, 90 * DAY)})`,
  ],
  [idempotencyKeys, isOlderThan(idempotencyKeys.createdAt, DAY)],
  // The address of somebody who never became a member is not kept.
  [organisationInvitations, isOlderThan(organisationInvitations.expiresAt, INVITED)],
  [memberInvitations, isOlderThan(memberInvitations.expiresAt, INVITED)],
  // What came to nothing is kept beyond the days in which it is not asked again.
  [
    introductions,
    sql`coalesce(${introductions.contactEndedOn}, ${introductions.endsOn}) < current_date - ${PROMISES.introductionKeptDays}::int
      and (${introductions.contactEndedOn} is not null or not exists (
        select from introduction_answers a where a.introduction_id = ${introductions.id} and a.answer = 'accepted'))`,
  ],
  // Of any other, what was said goes when it is sent, and that it was sent with this.
  [
    mails,
    sql`(${isNobodys} and ${isOlderThan(mails.createdAt, 60 * DAY)})
      or ${isOlderThan(mails.createdAt, MAIL_DAYS * DAY)}`,
  ],
  // Who was written to, as long as the record of their letters; who put an announcement away, as long as it is shown.
  [
    mailingRecipients,
    sql`coalesce(${mailingRecipients.at}, ${mailingRecipients.dismissedAt})
        < now() - make_interval(hours => ${MAIL_DAYS * DAY})
      and not exists (select from mailings m where m.id = ${mailingRecipients.mailingId} and m.shown_until >= current_date)`,
  ],
  // Who asked to come to an event and never confirmed it, with the letter.
  [
    eventGuests,
    sql`${eventGuests.confirmedAt} is null and ${isOlderThan(eventGuests.createdAt, DAY)}`,
  ],
  [notices, isOlderThan(notices.createdAt, PROMISES.noticeDays * DAY)],
  [digests, isOlderThan(digests.until, PROMISES.noticeDays * DAY)],
  // What nobody reads any more, and what was drawn long ago: it is drawn again when it is asked for.
  [
    sharePictures,
    sql`${isOlderThan(sharePictures.drawnAt, 90 * DAY)} or exists (select from entries e
      where e.id = ${sharePictures.entryId} and (e.moderation <> 'published' or e.hidden_at is not null))
      or exists (select from organisations o
      where o.id = ${sharePictures.organisationId} and (o.visibility <> 'public' or o.hidden_at is not null))`,
  ],
  // A file nobody brought in holds people who were never asked.
  [
    imports,
    sql`(${imports.state} in ('ready', 'failed') and ${isOlderThan(imports.createdAt, PROMISES.unusedFileDays * DAY)})
      or (${imports.state} in ('done', 'undone') and ${isOlderThan(imports.endedAt, 90 * DAY)})`,
  ],
  [duesDocuments, areBooksClosed()],
  // What was said of somebody; one that waits has no answer.
  [
    reports,
    sql`exists (select from ${decisions} where ${decisions.subjectId} = ${reports.caseId} and ${isPastReport})`,
  ],
  [rateLimits, isOlderThan(rateLimits.expire, 0)],
  [jobRuns, isOlderThan(jobRuns.startedAt, PROMISES.runDays * DAY)],
];

/** Deletes what `runOut` lists; gives how many rows and letters. `day` is the calendar day `YYYY-MM-DD`. */
export async function sweep(day: string): Promise<number> {
  let deleted = 0;
  // Its line stays, as of every decision.
  await query((db) =>
    db
      .update(decisions)
      .set({ words: null })
      .where(sql`${isPastReport} and ${decisions.words} is not null`),
  );
  for (const [table, isOld] of runOut()) {
    const { count } = await query((db) => db.delete(table).where(isOld));
    deleted += count;
  }
  return deleted + (await removeOldLetters(day));
}

/** What `sweep` would delete on this day, by table, and the letters kept as files; nothing is changed. */
export async function previewSweep(day: string): Promise<{ from: string; count: number }[]> {
  const found: { from: string; count: number }[] = [];
  for (const [table, isOld] of runOut()) {
    const count = await query((db) => db.$count(table, isOld));
    found.push({ from: getTableName(table), count });
  }
  return [...found, { from: "DATA_DIR/mail", count: (await listOldLetters(day)).length }];
}
