import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt } from "../columns";
import { accounts } from "./accounts";

const accountId = () =>
  uuid("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** The app that makes an account's sign-in codes; its secrets are sealed. */
export const secondFactors = pgTable(
  "second_factors",
  {
    accountId: accountId().primaryKey(),
    /** In force since `confirmedAt`; null until an app gave its first code. */
    secret: text(),
    /** Of the app that is being set up, and of no use before its first code. */
    offeredSecret: text("offered_secret"),
    /** The step of the last code that was taken: none is taken twice. */
    lastStep: integer("last_step"),
    confirmedAt: at(),
    createdAt: createdAt(),
  },
  (table) => [
    check(
      "second_factors_confirmed_check",
      sql`(${table.secret} is null) = (${table.confirmedAt} is null)
        and (${table.secret} is null) = (${table.lastStep} is null)`,
    ),
  ],
);

/** For a lost telephone: each works once, and only its hash is kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    accountId: accountId(),
    codeHash: text("code_hash").notNull(),
    createdAt: createdAt(),
    usedAt: at(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);
