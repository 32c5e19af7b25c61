import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, localizedText, oneOf } from "../columns";
import {
  MAILING_KINDS,
  MAILING_STATES,
  type MailingKind,
  type MailingState,
  RECIPIENT_STATES,
  type RecipientState,
} from "../enums";
import { accounts } from "./accounts";

const slugs = () => text().array().notNull().default(sql`'{}'`);

/** What administrators write to members. Once it is started a trigger keeps its words and its selection as they are. */
export const mailings = pgTable(
  "mailings",
  {
    id: id(),
    kind: text().$type<MailingKind>().notNull(),
    subject: localizedText(),
    body: localizedText(),
    /** Whom it is for: any of a kind, all of the kinds; an empty list is everybody. */
    categories: slugs(),
    cities: slugs(),
    sectors: slugs(),
    locales: slugs(),
    /** The last day on which members read it on their home page too; of an announcement the only place. */
    shownUntil: date("shown_until", { mode: "string" }),
    state: text().$type<MailingState>().notNull().default("draft"),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => accounts.id),
    startedBy: uuid("started_by").references(() => accounts.id),
    startedAt: at(),
    endedAt: at(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("mailings_kind_check", table.kind, MAILING_KINDS),
    oneOf("mailings_state_check", table.state, MAILING_STATES),
    check("mailings_started_check", sql`(${table.state} = 'draft') = (${table.startedAt} is null)`),
    // listMailings
    index("mailings_created_index").on(table.createdAt),
    // listAnnouncements
    index("mailings_shown_index").on(table.shownUntil).where(sql`${table.shownUntil} is not null`),
    // erasure
    index("mailings_made_by_index").on(table.madeBy),
    index("mailings_started_by_index").on(table.startedBy),
  ],
);

/** To whom a mailing goes, frozen when it is started, and what became of it; who put an announcement away. */
export const mailingRecipients = pgTable(
  "mailing_recipients",
  {
    mailingId: uuid("mailing_id")
      .notNull()
      .references(() => mailings.id),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    state: text().$type<RecipientState>().notNull().default("waiting"),
    /** Its letter in the outbox, which may be gone: no foreign key. */
    mailId: uuid("mail_id"),
    /** Why the mail server did not take it, as the outbox notes it: figures, never the server's words. */
    code: text(),
    /** When the state was reached. */
    at: at(),
    dismissedAt: at(),
  },
  (table) => [
    primaryKey({ columns: [table.mailingId, table.accountId] }),
    oneOf("mailing_recipients_state_check", table.state, RECIPIENT_STATES),
    // export and erasure of an account, its announcements
    index("mailing_recipients_account_index").on(table.accountId),
    // what became of a letter
    uniqueIndex("mailing_recipients_mail_unique")
      .on(table.mailId)
      .where(sql`${table.mailId} is not null`),
  ],
);
