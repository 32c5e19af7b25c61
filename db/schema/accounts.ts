import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { at, createdAt, id, LOCALES, locale, localizedText, oneOf } from "../columns";
import {
  DIGEST_RHYTHMS,
  type DigestRhythm,
  MEMBERSHIP_STATUSES,
  type MembershipStatus,
  ROLES,
  type Role,
  THEMES,
  type Theme,
} from "../enums";

export const accounts = pgTable(
  "accounts",
  {
    id: id(),
    email: text().notNull().unique("accounts_email_unique"),
    passwordHash: text("password_hash"),
    role: text().$type<Role>().notNull().default("member"),
    status: text().$type<MembershipStatus>().notNull().default("pending"),
    locale: locale().notNull().default("fr"),
    theme: text().$type<Theme>().notNull().default("system"),
    displayName: localizedText(),
    /** As Intl knows it; until they have said, the digest goes by Lyon's. */
    timeZone: text("time_zone"),
    digestRhythm: text("digest_rhythm").$type<DigestRhythm>().notNull().default("weekly"),
    /** The day in Lyon on which the membership lapsed; null unless it has. */
    lapsedOn: date("lapsed_on"),
    /** What is theirs is read by visitors too: not any more some time after the membership lapsed. */
    isOpen: boolean("is_open").notNull().default(true),
    /** The day until which dues were paid before the portal kept them, as a file of people said. */
    paidUntil: date("paid_until"),
    /** From a file or by hand, by an administrator: it waits for its person, and not for the club team. */
    isBroughtIn: boolean("is_brought_in").notNull().default(false),
    /** The address from which letters came back; as long as it is the account's, no mail that can be switched off goes there. */
    restingAddress: text("resting_address"),
    /** The days in Lyon on which such a person was first sent their link, and reminded of it. */
    invitedOn: date("invited_on"),
    remindedOn: date("reminded_on"),
    lastSeenAt: at(),
    /** The person asked for their erasure: when it is done unless they withdraw. */
    erasureDueAt: at(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("accounts_role_check", table.role, ROLES),
    oneOf("accounts_status_check", table.status, MEMBERSHIP_STATUSES),
    oneOf("accounts_locale_check", table.locale, LOCALES),
    oneOf("accounts_theme_check", table.theme, THEMES),
    oneOf("accounts_digest_rhythm_check", table.digestRhythm, DIGEST_RHYTHMS),
    // eraseDueAccounts
    index("accounts_erasure_due_index")
      .on(table.erasureDueAt)
      .where(sql`${table.erasureDueAt} is not null`),
    // countWaiting, listPendingAccounts
    index("accounts_pending_index").on(table.createdAt).where(sql`${table.status} = 'pending'`),
    // isOfTeam, the trigger that keeps one administrator
    index("accounts_role_index").on(table.role).where(sql`${table.role} <> 'member'`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull().unique(),
    userAgent: text("user_agent").notNull().default(""),
    address: text().notNull().default(""),
    createdAt: createdAt(),
    seenAt: at().notNull().defaultNow(),
    expiresAt: at().notNull(),
    /** When the second factor was given; without it the session of an account that has one is nobody's. */
    secondFactorAt: at(),
  },
  // listSessions, endSessions
  (table) => [index("sessions_account_index").on(table.accountId)],
);

/**
 * Browsers that signed in to an account before: strangers who try its address do not slow them down. Only the hash of the
 * cookie's secret is kept; it changes with each sign-in.
 */
export const knownBrowsers = pgTable(
  "known_browsers",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    /** The session it started last, which may be over: ending that one by hand forgets the browser. */
    sessionId: uuid("session_id").notNull(),
    createdAt: createdAt(),
    seenAt: at().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.tokenHash] }),
    // isKnownBrowser, a new secret at each sign-in
    index("known_browsers_token_index").on(table.tokenHash),
  ],
);

/** Mailed sign-in codes; the code is bound to the browser that asked for it. */
export const signInCodes = pgTable(
  "sign_in_codes",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    codeHash: text("code_hash").notNull(),
    browserHash: text("browser_hash").notNull(),
    attempts: integer().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  (table) => [
    // signInWithCode
    index("sign_in_codes_browser_index").on(table.browserHash),
    // erasure
    index("sign_in_codes_account_index").on(table.accountId),
  ],
);

const LINK_PURPOSES = [
  "reset-password",
  "first-administrator",
  "first-sign-in",
  "change-address",
  "undo-address",
  "come-in",
] as const;

/**
 * One-time links: a forgotten password, the first administrator, a new member, another address and the way back to the
 * one before, a person who was brought in. Only the token's hash is kept.
 */
export const accountLinks = pgTable(
  "account_links",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    purpose: text().$type<(typeof LINK_PURPOSES)[number]>().notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    /** The address that the account gets by the link. */
    email: text(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
  },
  (table) => [
    oneOf("account_links_purpose_check", table.purpose, LINK_PURPOSES),
    // an address that its former owner may still come back to is not free
    index("account_links_email_index").on(table.email).where(sql`${table.email} is not null`),
    // requestPasswordReset replaces what is open
    index("account_links_account_index").on(table.accountId),
  ],
);

/** A form sent twice answers what it answered the first time. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    key: text().primaryKey(),
    accountId: uuid("account_id").references(() => accounts.id, { onDelete: "cascade" }),
    outcome: jsonb(),
    createdAt: createdAt(),
  },
  (table) => [
    // the sweep
    index("idempotency_keys_created_index").on(table.createdAt),
    // erasure
    index("idempotency_keys_account_index").on(table.accountId),
  ],
);
