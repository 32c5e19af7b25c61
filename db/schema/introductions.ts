import { date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, id, LOCALES, locale, machineWords, oneOf } from "../columns";
import { KEPT_ANSWERS, type KeptAnswer, PASSING_ANSWERS, type PassingAnswer } from "../enums";
import { members } from "./members";

/** A member asks another for an exchange. What is answered stands apart, so that no read of the asker's comes upon it. */
export const introductions = pgTable(
  "introductions",
  {
    id: id(),
    askedBy: uuid("asked_by")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    asked: uuid()
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Why, in the asker's words. */
    words: text().notNull(),
    locale: locale().notNull(),
    /** The first day in Lyon on which it waits no more; sooner when it is taken back. */
    endsOn: date().notNull(),
    /** Since when whoever reads it may have it translated by a machine. */
    machineAt: at(),
    /** The day in Lyon on which one of the two ended the contact that a yes had made. */
    contactEndedOn: date(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf("introductions_locale_check", table.locale, LOCALES),
    // isContactOf, what stands between two, the ten a day
    index("introductions_pair_index").on(table.askedBy, table.asked),
    // what somebody is asked
    index("introductions_asked_index").on(table.asked, table.endsOn),
  ],
);

/** The one answer of whoever was asked, or what stands for it since they have blocked the asker. */
export const introductionAnswers = pgTable(
  "introduction_answers",
  {
    introductionId: uuid("introduction_id")
      .primaryKey()
      .references(() => introductions.id, { onDelete: "cascade" }),
    answer: text().$type<KeptAnswer>().notNull(),
    answeredAt: createdAt(),
  },
  (table) => [oneOf("introduction_answers_answer_check", table.answer, KEPT_ANSWERS)],
);

/**
 * What a machine made of the words for one reader, who asked for it: their yes, of which nobody else knows. A trigger empties it
 * as soon as the asker takes theirs back.
 */
export const introductionTranslations = pgTable(
  "introduction_translations",
  {
    introductionId: uuid("introduction_id")
      .notNull()
      .references(() => introductions.id, { onDelete: "cascade" }),
    readerId: uuid("reader_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    ...machineWords(),
  },
  (table) => [
    primaryKey({ columns: [table.introductionId, table.readerId, table.locale] }),
    oneOf("introduction_translations_locale_check", table.locale, LOCALES),
    // erasure of the reader
    index("introduction_translations_reader_index").on(table.readerId),
  ],
);

/** One that goes through somebody who knows both: until they have passed it on, whoever is asked knows nothing of it. */
export const introductionPassings = pgTable(
  "introduction_passings",
  {
    introductionId: uuid("introduction_id")
      .primaryKey()
      .references(() => introductions.id, { onDelete: "cascade" }),
    /** Null since they were erased. */
    goBetween: uuid("go_between").references(() => members.id, { onDelete: "set null" }),
    answer: text().$type<PassingAnswer>(),
    /** What they add for whoever is asked. */
    note: text().notNull().default(""),
    answeredAt: at(),
  },
  (table) => [
    oneOf("introduction_passings_answer_check", table.answer, PASSING_ANSWERS),
    // what somebody is to pass on
    index("introduction_passings_go_between_index").on(table.goBetween),
  ],
);
