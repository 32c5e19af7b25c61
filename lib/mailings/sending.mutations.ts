import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { listed } from "@/lib/core/i18n/word-list";
import { isThis, lockMailing, type MailingVersion } from "./locking.queries";
import { isMailedOut, listGaps, type MailingText } from "./mailing";
import { mailingEvent } from "./mailing-event";
import { canEndAnnouncement, canMoveMailing } from "./policy";
import { queueSending } from "./queue-sending";
import { isMeant, mayGet, wasSentToday } from "./selection.queries";

/**
 * Starts a mailing: from now on its words and the people it goes to stay as they are, and the worker sends it. Of two who start it
 * the second is told. Throws `notFound`, `conflict`, `mailingUntranslated` with the languages, `dayPassed`,
 * `mailingDayMissing`, `mailingToNobody`, `mailingTwice` unless it is to go `isAgain`.
 */
export async function startMailing(
  tx: Transaction,
  viewer: Viewer,
  input: MailingVersion & { isAgain: boolean },
): Promise<void> {
  const it = await lockMailing(tx, viewer, input);
  const isMailed = isMailedOut(it);
  authorize(canMoveMailing(viewer, it, isMailed ? "sending" : "sent"), "conflict");
  refuseGaps(it, viewer.locale);
  if (!input.isAgain) authorize(!(await wasSentToday(tx, input.mailingId)), "mailingTwice");
  const count = isMailed ? await freezeRecipients(tx, input) : 0;
  authorize(!isMailed || count > 0, "mailingToNobody");
  await tx
    .update(mailings)
    .set({
      state: isMailed ? "sending" : "sent",
      ...{ startedBy: viewer.accountId, startedAt: sql`now()` },
      endedAt: isMailed ? null : sql`now()`,
      version: input.version + 1,
    })
    .where(isThis(input));
  if (isMailed) await queueSending(tx, input.mailingId);
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.started", { kind: it.kind, mailing: input.mailingId, count }),
  );
}

function refuseGaps(it: MailingText, reader: Locale): void {
  const gaps = listGaps(it);
  const names = gaps.map(({ locale }) => LOCALE_NAME[locale]);
  const languages = listed(names, reader);
  if (gaps.length > 0) throw new AppError("mailingUntranslated", { values: { languages } });
  authorize(isMailedOut(it) || it.shownUntil !== null, "mailingDayMissing");
  authorize(it.shownUntil === null || it.shownUntil >= today(), "dayPassed");
}

async function freezeRecipients(tx: Transaction, { mailingId }: MailingVersion): Promise<number> {
  const rows = await tx
    .insert(mailingRecipients)
    .select(
      tx
        .select({
          mailingId: mailings.id,
          accountId: accounts.id,
          state: sql<"waiting">`'waiting'`.as("state"),
          mailId: sql<string | null>`null::uuid`.as("mail_id"),
          code: sql<string | null>`null::text`.as("code"),
          at: sql<Date | null>`null::timestamptz`.as("at"),
          dismissedAt: sql<Date | null>`null::timestamptz`.as("dismissed_at"),
        })
        .from(accounts)
        .innerJoin(members, eq(members.accountId, accounts.id))
        .innerJoin(mailings, eq(mailings.id, mailingId))
        .where(and(isMeant, mayGet)),
    )
    .returning({ accountId: mailingRecipients.accountId });
  return rows.length;
}

/** Stops a mailing: what has not left stays, until somebody goes on with it. Throws `notFound`, `conflict`. */
export async function stopMailing(
  tx: Transaction,
  viewer: Viewer,
  input: MailingVersion,
): Promise<void> {
  const it = await lockMailing(tx, viewer, input);
  authorize(canMoveMailing(viewer, it, "stopped"), "conflict");
  await tx
    .update(mailings)
    .set({ state: "stopped", version: input.version + 1 })
    .where(isThis(input));
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.stopped", { kind: it.kind, mailing: input.mailingId }),
  );
}

/**
 * Goes on with a mailing that was stopped, for which whoever does so answers from then on; whose letter the outbox dropped meanwhile
 * gets one anew, also where the worker has not noted it yet. Throws `notFound`, `conflict`.
 */
export async function continueMailing(
  tx: Transaction,
  viewer: Viewer,
  input: MailingVersion,
): Promise<void> {
  const it = await lockMailing(tx, viewer, input);
  authorize(it.state === "stopped" && canMoveMailing(viewer, it, "sending"), "conflict");
  await tx
    .update(mailings)
    .set({ state: "sending", startedBy: viewer.accountId, version: input.version + 1 })
    .where(isThis(input));
  await tx
    .update(mailingRecipients)
    .set({ mailId: null })
    .where(
      and(
        eq(mailingRecipients.mailingId, input.mailingId),
        eq(mailingRecipients.state, "waiting"),
        isNotNull(mailingRecipients.mailId),
        sql`not exists (select from mails where id = ${mailingRecipients.mailId})`,
      ),
    );
  await queueSending(tx, input.mailingId);
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.continued", { kind: it.kind, mailing: input.mailingId }),
  );
}

/** Takes what a mailing says off the members' home page. Throws `notFound`, `conflict`. */
export async function endAnnouncement(
  tx: Transaction,
  viewer: Viewer,
  input: MailingVersion,
): Promise<void> {
  const it = await lockMailing(tx, viewer, input);
  authorize(canEndAnnouncement(viewer, it), "conflict");
  await tx
    .update(mailings)
    .set({ shownUntil: null, version: input.version + 1 })
    .where(isThis(input));
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.taken-down", { kind: it.kind, mailing: input.mailingId }),
  );
}
