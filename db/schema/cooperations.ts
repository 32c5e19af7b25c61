import { sql } from "drizzle-orm";
import { boolean, check, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { localizedText, oneOf, stored } from "../columns";
import { PARTY_SIDES, type PartySide } from "../enums";
import { readSources } from "../stored";
import { entries } from "./entries";
import { organisations } from "./organisations";

/** An ISO date as far as it is known: a year, a month or a day. */
const ISO = sql.raw("'^\\d{4}(-\\d{2}(-\\d{2})?)?$'");

/** What an entry that is an agreement between Lyon and China holds beside what all entries share. */
export const cooperations = pgTable(
  "cooperations",
  {
    id: uuid()
      .primaryKey()
      .references(() => entries.id, { onDelete: "cascade" }),
    /** Slug of `cooperationKinds`. */
    agreementKind: text("agreement_kind"),
    signed: text(),
    renewed: text(),
    ends: text(),
    subject: localizedText(),
    /** What came of it. */
    outcome: localizedText(),
    sources: stored(readSources).notNull().default([]),
    /** No source but the club's founding document tells of it. */
    foundingOnly: boolean("founding_only").notNull().default(false),
    /** The next act: its day and what it is. */
    actOn: date("act_on", { mode: "string" }),
    actWords: localizedText(),
    /** Told by the club's founding document. */
    fromSeed: boolean("from_seed").notNull().default(false),
  },
  (table) => [
    check(
      "cooperations_dates_check",
      sql`${table.signed} ~ ${ISO} and ${table.renewed} ~ ${ISO} and ${table.ends} ~ ${ISO}`,
    ),
    // listDueActs
    index("cooperations_act_index").on(table.actOn).where(sql`${table.actOn} is not null`),
  ],
);

/** An organisation that is a party: whoever manages it keeps the agreement. */
export const cooperationParties = pgTable(
  "cooperation_parties",
  {
    cooperationId: uuid("cooperation_id")
      .notNull()
      .references(() => cooperations.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    side: text().$type<PartySide>().notNull(),
    /** The next act is theirs; of none of them, it is the club's. */
    isToAct: boolean("is_to_act").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.cooperationId, table.organisationId] }),
    oneOf("cooperation_parties_side_check", table.side, PARTY_SIDES),
    // of an organisation, and of those who manage it
    index("cooperation_parties_organisation_index").on(table.organisationId),
  ],
);
