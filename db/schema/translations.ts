import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, LOCALES, locale, oneOf } from "../columns";
import {
  QUESTION_PARTS,
  type QuestionPart,
  REQUEST_STATES,
  type RequestState,
  TRANSLATION_ORIGINS,
  type TranslationOrigin,
} from "../enums";
import { accounts } from "./accounts";
import { entries } from "./entries";
import { entryQuestions } from "./entry-parts";
import { members } from "./members";

/** A member's translation of one text of an entry, which its owner accepts or declines. */
export const translationOffers = pgTable(
  "translation_offers",
  {
    id: id(),
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** A text of the entry: `summary`. */
    field: text().notNull(),
    locale: locale().notNull(),
    words: text().notNull(),
    origin: text().$type<TranslationOrigin>().notNull().default("person"),
    state: text().$type<RequestState>().notNull().default("open"),
    decidedBy: uuid("decided_by").references(() => accounts.id),
    decidedAt: at(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("translation_offers_state_check", table.state, REQUEST_STATES),
    oneOf("translation_offers_origin_check", table.origin, TRANSLATION_ORIGINS),
    // one open offer a member, text and language
    uniqueIndex("translation_offers_open_unique")
      .on(table.entryId, table.memberId, table.field, table.locale)
      .where(sql`${table.state} = 'open'`),
    index("translation_offers_member_index").on(table.memberId),
    // an entry is erased
    index("translation_offers_entry_index").on(table.entryId),
    // erasure of who decided
    index("translation_offers_decided_by_index")
      .on(table.decidedBy)
      .where(sql`${table.decidedBy} is not null`),
  ],
);

/** Into which language somebody would like an entry to be translated: who asked last, which those heard who translate. */
export const translationWishes = pgTable(
  "translation_wishes",
  {
    entryId: uuid("entry_id")
      .notNull()
      .references(() => entries.id, { onDelete: "cascade" }),
    locale: locale().notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    askedAt: at().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.locale] }),
    oneOf("translation_wishes_locale_check", table.locale, LOCALES),
    // how many today; erasure
    index("translation_wishes_account_index").on(table.accountId),
  ],
);

/** A question under an entry, or its answer, in another language. A trigger drops what is no translation any more. */
export const questionTranslations = pgTable(
  "question_translations",
  {
    questionId: uuid("question_id")
      .notNull()
      .references(() => entryQuestions.id, { onDelete: "cascade" }),
    part: text().$type<QuestionPart>().notNull(),
    locale: locale().notNull(),
    words: text().notNull(),
    /** Who translated it; none once they were erased. */
    memberId: uuid("member_id").references(() => members.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.questionId, table.part, table.locale] }),
    oneOf("question_translations_part_check", table.part, QUESTION_PARTS),
    oneOf("question_translations_locale_check", table.locale, LOCALES),
    // how many today; export and erasure
    index("question_translations_member_index")
      .on(table.memberId)
      .where(sql`${table.memberId} is not null`),
  ],
);
