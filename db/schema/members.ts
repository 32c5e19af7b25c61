import { sql } from "drizzle-orm";
import {
  boolean,
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
import { at, createdAt, hiddenAt, id, locale, localizedText, oneOf, stored } from "../columns";
import { NAME_ORDERS, type NameOrder } from "../enums";
import { readMarks, readVisibility } from "../stored";
import { accounts } from "./accounts";
import { files } from "./files";

export const members = pgTable(
  "members",
  {
    id: id(),
    accountId: uuid("account_id")
      .notNull()
      .unique()
      .references(() => accounts.id),
    slug: text().notNull().unique("members_slug_unique"),
    familyName: text("family_name").notNull(),
    givenName: text("given_name").notNull(),
    nameOrder: text("name_order").$type<NameOrder>().notNull().default("given-first"),
    nameZh: text("name_zh"),
    /** When they chose to keep a name that lacks its Latin form; nothing is proposed any more. */
    nameKeptAt: at(),
    /** Their face as the portal drew it anew: WebP of 240, 96 and 48 pixels a side, all three or none. */
    portraitId: uuid("portrait_id").references(() => files.id),
    portraitMediumId: uuid("portrait_medium_id").references(() => files.id),
    portraitSmallId: uuid("portrait_small_id").references(() => files.id),
    jobTitle: localizedText(),
    bio: localizedText(),
    offers: localizedText(),
    needs: localizedText(),
    languages: text().array().notNull().default(sql`'{}'`),
    sectors: text().array().notNull().default(sql`'{}'`),
    cities: text().array().notNull().default(sql`'{}'`),
    /** Helps to translate what the club publishes, between the languages they speak. */
    translates: boolean().notNull().default(false),
    category: text().notNull().default("active"),
    clubFunction: text("club_function"),
    originalLocale: locale("original_locale").notNull().default("fr"),
    stale: stored(readMarks).notNull().default({}),
    visibility: stored(readVisibility).notNull().default({}),
    /** Others may ask them to introduce them to their colleagues. */
    mayIntroduce: boolean("may_introduce").notNull().default(false),
    joinedOn: date("joined_on", { mode: "string" }),
    /** When they last saved or confirmed their profile, and when they were mailed to do so since. */
    confirmedOn: date("confirmed_on", { mode: "string" }).notNull().defaultNow(),
    askedAt: at(),
    /** Names and readings in one folded line, in every order they are typed in. */
    searchNames: text("search_names").notNull().default(""),
    /** Folded texts by audience: what the viewer may not see is not in the column that is searched. */
    searchMembers: text("search_members").notNull().default(""),
    searchTeam: text("search_team").notNull().default(""),
    sortLatin: text("sort_latin").notNull().default(""),
    sortPinyin: text("sort_pinyin").notNull().default(""),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    hiddenAt: hiddenAt(),
  },
  (table) => [
    oneOf("members_name_order_check", table.nameOrder, NAME_ORDERS),
    check(
      "members_portrait_check",
      sql`num_nulls(${table.portraitId}, ${table.portraitMediumId}, ${table.portraitSmallId}) in (0, 3)`,
    ),
    // getPortrait. Partial, so that a change of portrait waits for nobody who only refers to the member.
    uniqueIndex("members_portrait_unique")
      .on(table.portraitId)
      .where(sql`${table.portraitId} is not null`),
    uniqueIndex("members_portrait_medium_unique")
      .on(table.portraitMediumId)
      .where(sql`${table.portraitMediumId} is not null`),
    uniqueIndex("members_portrait_small_unique")
      .on(table.portraitSmallId)
      .where(sql`${table.portraitSmallId} is not null`),
    // listMembers by sector, by city
    index("members_sectors_index").using("gin", table.sectors),
    index("members_cities_index").using("gin", table.cities),
    // remindOfProfiles
    index("members_confirmed_index").on(table.confirmedOn),
    // listNewMembers
    index("members_created_index").on(table.createdAt),
  ],
);

/** Private contact data: read only by getMemberContacts, which asks the policy first. */
export const memberContacts = pgTable("member_contacts", {
  memberId: uuid("member_id")
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  email: text(),
  phone: text(),
  wechat: text(),
});

/** Somebody wishes to hear nothing more from another, who is never told. */
export const memberBlocks = pgTable(
  "member_blocks",
  {
    blockerId: uuid("blocker_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    blockedId: uuid("blocked_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [
    // hasBlocked, listBlocked
    primaryKey({ columns: [table.blockerId, table.blockedId] }),
    // erasure of who is blocked
    index("member_blocks_blocked_index").on(table.blockedId),
    check("member_blocks_other_check", sql`${table.blockerId} <> ${table.blockedId}`),
  ],
);
