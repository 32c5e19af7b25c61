import "server-only";
import path from "node:path";
import { and, eq, isNull, sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mails } from "@/db/schema/mail";
import { env } from "../env";
import { writeWhole } from "../files/write-whole";
import type { Locale } from "../i18n/locales";
import { log } from "../log";
import { isLoopback } from "../settings.mjs";
import { type Letter as Composed, drawMail, type RenderedMail } from "./draw-mail";
import { mailFolder, removeKeptMails } from "./kept-mails";
import { mailFailure } from "./mail-failure";
import { isMailed, mailGroupOf } from "./mail-groups";
import { MARK_ADDRESS, readMark } from "./mail-mark";
import { switchesOf } from "./queue-mail";
import { type MailKind, renderMail } from "./render-mail";
import { unsubscribeAddresses } from "./unsubscribe-token";

type Letter = RenderedMail & {
  id: string;
  to: string;
  locale: Locale;
  kind: MailKind;
  createdAt: Date;
  messageId: string;
  headers: Record<string, string>;
  /** An iCalendar file (RFC 5545) that goes with it. */
  calendar?: string;
};

/** A letter whose row holds no words, as it reads when it is sent; null when there is nothing to say any more. */
export type Compose = (mail: {
  accountId: string;
  locale: Locale;
  data: Record<string, string>;
}) => Promise<Omit<Composed, "unsubscribe"> | null>;

/** The kinds that are composed when they are sent, by what the worker knows of the club. */
export type Composers = { readonly [kind in MailKind]?: Compose };

/** What whoever sends must know of the club. */
export type Sending = {
  composers: Composers;
  /** Whether what a mail of the outbox tells of may still be read by whom it tells. */
  isStillTold: (mailId: string) => Promise<boolean>;
};

/** A mail that was not taken, which the log has been told. */
export class NotSent extends Error {}

/**
 * Sends one mail of the outbox: by SMTP when `SMTP_URL` is set, else as a file under `DATA_DIR/mail`. A mail that was
 * sent, or erased meanwhile, is left alone; one that its reader has switched off meanwhile, whose account is no longer
 * active, that has nothing to say any more, or of which they may read no more (`isStillTold`), is erased. Throws `NotSent`
 * when the mail server does not take it, so that the job is retried.
 */
export async function sendMail(mailId: string, sending: Sending): Promise<void> {
  const letter = await readLetter(mailId, sending);
  if (!letter) return;
  let file: string | undefined;
  try {
    if (env().SMTP_URL) await sendBySmtp(letter);
    else file = await keepAsFile(letter);
  } catch (error) {
    const reason = mailFailure(error);
    await noteFailure(mailId, reason);
    // Not the server's own words: they quote the address, and a job's error outlives the mail.
    throw new NotSent(`mail ${mailId} was not sent: ${reason}`);
  }
  // Whoever it was to or about was erased while it was written: nobody would find it any more.
  if (!(await noteSent(letter)) && file) await removeKeptMails([file]);
  log.info({ event: "mail.sent", mailId, kind: letter.kind, locale: letter.locale });
}

async function readLetter(
  mailId: string,
  { composers, isStillTold }: Sending,
): Promise<Letter | null> {
  const [mail] = await query((db) =>
    db
      .select({
        accountId: mails.accountId,
        address: mails.address,
        kind: mails.kind,
        locale: mails.locale,
        data: mails.data,
        createdAt: mails.createdAt,
      })
      .from(mails)
      .where(and(eq(mails.id, mailId), isNull(mails.sentAt))),
  );
  if (!mail) return null;
  const kind = mail.kind as MailKind;
  const messageId = `<${mailId}@${new URL(env().APP_ORIGIN).hostname}>`;
  const { accountId, address: to, locale, createdAt } = mail;
  const group = mailGroupOf(kind);
  const isWanted = !accountId || !group || (await isStillWanted(accountId, kind));
  if (!isWanted || !(await isStillTold(mailId))) return drop(mailId, kind);
  const way = accountId && group ? unsubscribeAddresses({ accountId, group }, locale) : null;
  const compose = accountId ? composers[kind] : undefined;
  const composed =
    compose && (await compose({ accountId: accountId ?? "", locale, data: mail.data }));
  if (composed === null) return drop(mailId, kind);
  return {
    ...(composed
      ? drawMail(locale, { ...composed, ...(way && { unsubscribe: way.page }) })
      : renderMail(kind, locale, mail.data, way?.page)),
    headers: { ...BY_ITSELF, ...(way && oneClickHeaders(way.oneClick)) },
    calendar: mail.data.calendar,
    id: mailId,
    to,
    locale,
    kind,
    createdAt,
    messageId,
  };
}

async function drop(mailId: string, kind: MailKind): Promise<null> {
  await query((db) => db.delete(mails).where(eq(mails.id, mailId)));
  log.info({ event: "mail.dropped", mailId, kind });
  return null;
}

/** Hours may lie between a mail's cause and a mail server that takes it. */
async function isStillWanted(accountId: string, kind: MailKind): Promise<boolean> {
  const [account] = await query((db) =>
    db
      .select({ status: accounts.status, ...switchesOf(kind) })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  );
  if (!account || account.isOff || account.isMuted) return false;
  return isMailed(account, mailGroupOf(kind));
}

/** No holiday reply answers what nobody wrote by hand (RFC 3834, section 5). */
const BY_ITSELF = { "Auto-Submitted": "auto-generated" };

/** Lets a mail programme offer its own "unsubscribe" (RFC 2369 and RFC 8058). */
const oneClickHeaders = (address: string) => ({
  "List-Unsubscribe": `<${address}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

async function sendBySmtp(letter: Letter): Promise<void> {
  const transport = createTransport({
    url: env().SMTP_URL,
    // Otherwise whoever stands in between could keep the two from encrypting.
    requireTLS: !isLoopback(env().SMTP_URL ?? ""),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 5_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { to, subject, text, html, messageId, headers, calendar } = letter;
  await transport.sendMail({
    from: env().MAIL_FROM,
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId,
    headers,
    attachments: [
      {
        filename: "club.png",
        contentType: "image/png",
        contentDisposition: "inline",
        cid: MARK_ADDRESS.slice("cid:".length),
        content: await readMark(),
      },
      ...(calendar ? [calendarFile(calendar)] : []),
    ],
  });
}

/** As calendars of mail programmes know it (RFC 6047). */
const calendarFile = (content: string) => ({
  filename: "event.ics",
  contentType: "text/calendar; charset=utf-8; method=PUBLISH",
  // Its lines end in CRLF, whoever passes it on.
  contentTransferEncoding: "base64" as const,
  content,
});

async function keepAsFile(letter: Letter): Promise<string> {
  const { to, subject, text, html, headers, locale, kind, createdAt, calendar } = letter;
  // Named by its creation, so that a second attempt overwrites the first.
  const name = `${createdAt.toISOString().replaceAll(/[-:.]/g, "")}-${letter.id}.json`;
  const at = new Date().toISOString();
  const content = { to, subject, text, html, headers, locale, kind, calendar, at };
  await writeWhole(path.join(mailFolder(), name), JSON.stringify(content, null, 2));
  return name;
}

/**
 * Codes and links must not linger: what filled the letter goes when it is sent, and of a goodbye nothing stays. False when
 * the letter was erased meanwhile.
 */
async function noteSent(letter: Letter): Promise<boolean> {
  if (letter.kind === "accountErased") {
    await query((db) => db.delete(mails).where(eq(mails.id, letter.id)));
    return true;
  }
  const noted = await query((db) =>
    db
      .update(mails)
      .set({
        sentAt: sql`now()`,
        data: {},
        attempts: sql`${mails.attempts} + 1`,
        lastError: null,
        messageId: letter.messageId,
      })
      .where(eq(mails.id, letter.id))
      .returning({ id: mails.id }),
  );
  return noted.length > 0;
}

async function noteFailure(mailId: string, reason: string): Promise<void> {
  log.warn({ event: "mail.failed", mailId, reason });
  await query((db) =>
    db
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1`, lastError: reason })
      .where(eq(mails.id, mailId)),
  );
}
