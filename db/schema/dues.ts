import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { at, bytes, createdAt, id, LOCALES, locale, oneOf, stored } from "../columns";
import { DUES_KINDS, type DuesKind, PAYMENT_WAYS, type PaymentWay } from "../enums";
import { readDuesSnapshot } from "../stored";
import { accounts } from "./accounts";

/** What a category of members pays for a calendar year. */
export const duesFees = pgTable(
  "dues_fees",
  {
    category: text().notNull(),
    year: integer().notNull(),
    amountCents: integer("amount_cents").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.category, table.year] }),
    check("dues_fees_amount_check", sql`${table.amountCents} between 1 and 10000000`),
  ],
);

/** The last number of each kind and year: the trigger that gives the next holds its row until the document is committed. */
export const duesNumbers = pgTable(
  "dues_numbers",
  {
    kind: text().$type<DuesKind>().notNull(),
    year: integer().notNull(),
    last: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.year] })],
);

/**
 * Calls for dues, receipts, and what cancels either. A row says all that is printed, is never changed, and outlives its
 * person's erasure for as long as the law asks (`CLUB_DUES_KEEP_YEARS`).
 */
export const duesDocuments = pgTable(
  "dues_documents",
  {
    id: id(),
    kind: text().$type<DuesKind>().notNull(),
    /** `2027-0001`, by year of issue; given by a trigger. */
    number: text().notNull().default(""),
    /** Whom it is issued to: who pays. */
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** The call that a receipt or a cancellation belongs to; null of a call. */
    callId: uuid("call_id").references((): AnyPgColumn => duesDocuments.id),
    /** The call or receipt that a cancellation takes back. */
    cancelsId: uuid("cancels_id").references((): AnyPgColumn => duesDocuments.id),
    /** The calendar year that is paid for. */
    year: integer().notNull(),
    /** In cents of a euro. */
    amountCents: integer("amount_cents").notNull(),
    locale: locale().notNull(),
    /** Club, payer and who is covered, as they were called on the day. */
    snapshot: stored(readDuesSnapshot).notNull(),
    /** Of a receipt: when and how the money came, and the bank's or the cheque's number. */
    paidOn: date("paid_on"),
    way: text().$type<PaymentWay>(),
    reference: text().notNull().default(""),
    /** Why it was cancelled. */
    words: text().notNull().default(""),
    issuedBy: uuid("issued_by")
      .notNull()
      .references(() => accounts.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("dues_documents_kind_check", table.kind, DUES_KINDS),
    oneOf("dues_documents_way_check", table.way, PAYMENT_WAYS),
    oneOf("dues_documents_locale_check", table.locale, LOCALES),
    check("dues_documents_amount_check", sql`${table.amountCents} between 1 and 10000000`),
    check("dues_documents_call_check", sql`(${table.kind} = 'call') = (${table.callId} is null)`),
    check(
      "dues_documents_receipt_check",
      sql`(${table.kind} = 'receipt') = (${table.paidOn} is not null and ${table.way} is not null)`,
    ),
    check(
      "dues_documents_cancels_check",
      sql`(${table.kind} = 'cancellation') = (${table.cancelsId} is not null)`,
    ),
    unique("dues_documents_number_unique").on(table.kind, table.number),
    // what was cancelled once is not cancelled again
    uniqueIndex("dues_documents_cancels_unique").on(table.cancelsId),
    // listOwnDues, export
    index("dues_documents_account_index").on(table.accountId),
    // what became of a call
    index("dues_documents_call_index").on(table.callId),
    // listCalls
    index("dues_documents_year_index").on(table.year, table.createdAt),
    // erasure of who issued
    index("dues_documents_issued_by_index").on(table.issuedBy),
  ],
);

/** Who is covered for which year by which call: once. The row goes when the call is cancelled. */
export const duesYears = pgTable(
  "dues_years",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    year: integer().notNull(),
    callId: uuid("call_id")
      .notNull()
      .references(() => duesDocuments.id, { onDelete: "cascade" }),
    /** The receipt that stands; null until it is paid. */
    receiptId: uuid("receipt_id").references(() => duesDocuments.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.year] }),
    index("dues_years_call_index").on(table.callId),
    index("dues_years_receipt_index").on(table.receiptId),
  ],
);

/** A document as PDF: asked for by its row, drawn by the worker, asked for anew once the document is cancelled. */
export const duesPdfs = pgTable("dues_pdfs", {
  documentId: uuid("document_id")
    .primaryKey()
    .references(() => duesDocuments.id, { onDelete: "cascade" }),
  /** Null until it is drawn. */
  content: bytes(),
  drawnAt: at(),
  createdAt: createdAt(),
});
