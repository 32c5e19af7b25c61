import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, locale } from "../columns";
import { accounts } from "./accounts";
import { applications } from "./applications";

/** The ledger: who agreed to which version of which text, in which language, when, and until when. */
export const consents = pgTable(
  "consents",
  {
    id: id(),
    /** Slug of `consentPurposes`. */
    purpose: text().notNull(),
    textVersion: integer("text_version").notNull(),
    locale: locale().notNull(),
    applicationId: uuid("application_id").references(() => applications.id, {
      onDelete: "cascade",
    }),
    accountId: uuid("account_id").references(() => accounts.id),
    givenAt: createdAt(),
    withdrawnAt: at(),
  },
  (table) => [
    check(
      "consents_person_check",
      sql`${table.applicationId} is not null or ${table.accountId} is not null`,
    ),
    // who is in the directory; given in two windows at once, it stands once
    uniqueIndex("consents_living_unique")
      .on(table.accountId, table.purpose)
      .where(sql`${table.withdrawnAt} is null`),
    // listOwnConsents
    index("consents_account_index").on(table.accountId, table.purpose),
    index("consents_application_index").on(table.applicationId),
  ],
);
