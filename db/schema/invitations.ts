import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, LOCALES, locale, oneOf } from "../columns";
import { members } from "./members";

/** Somebody whom a member invites to apply to the club. Only the link's hash is kept. */
export const memberInvitations = pgTable(
  "member_invitations",
  {
    id: id(),
    invitedBy: uuid("invited_by")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    email: text().notNull(),
    locale: locale().notNull(),
    familyName: text("family_name").notNull(),
    givenName: text("given_name").notNull(),
    nameZh: text("name_zh").notNull().default(""),
    /** What the member says to them. */
    words: text().notNull().default(""),
    tokenHash: text("token_hash").notNull().unique(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    revokedAt: at(),
    /** When their application took it. */
    usedAt: at(),
  },
  (table) => [
    oneOf("member_invitations_locale_check", table.locale, LOCALES),
    uniqueIndex("member_invitations_open_unique")
      .on(table.invitedBy, table.email)
      .where(sql`${table.revokedAt} is null and ${table.usedAt} is null`),
    // listInvitations, ten a month
    index("member_invitations_invited_by_index").on(table.invitedBy, table.createdAt),
    // export and erasure by address
    index("member_invitations_email_index").on(table.email),
    // the sweep
    index("member_invitations_expires_index").on(table.expiresAt),
  ],
);
