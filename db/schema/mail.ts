import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, locale, stored } from "../columns";
import { readWords } from "../stored";
import { accounts } from "./accounts";
import { applications } from "./applications";
import { eventGuests } from "./registrations";

/** The outbox: written with what caused it, sent by the worker; `data` is emptied once sent. */
export const mails = pgTable(
  "mails",
  {
    id: id(),
    accountId: uuid("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    /** For somebody who applies and has no account yet. */
    applicationId: uuid("application_id").references(() => applications.id, {
      onDelete: "cascade",
    }),
    /** For a guest of an event, who has none. */
    guestId: uuid("guest_id").references(() => eventGuests.id, { onDelete: "cascade" }),
    address: text().notNull(),
    kind: text().notNull(),
    locale: locale().notNull(),
    data: stored(readWords).notNull().default({}),
    attempts: integer().notNull().default(0),
    lastError: text("last_error"),
    messageId: text("message_id"),
    createdAt: createdAt(),
    sentAt: at(),
  },
  // export and erasure of an account
  (table) => [
    index("mails_account_index").on(table.accountId),
    index("mails_application_index").on(table.applicationId),
    index("mails_guest_index").on(table.guestId),
    index("mails_address_index").on(table.address),
  ],
);

/** The groups of mails an account has switched off; a group without a row is on. */
export const mailPreferences = pgTable(
  "mail_preferences",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** A slug of `MAIL_GROUPS`. */
    topic: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.topic] })],
);
