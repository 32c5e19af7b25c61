import { sql } from "drizzle-orm";
import { date, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, createdAt, hiddenAt, id, localizedText, oneOf, stored } from "../columns";
import { NAME_ORDERS, type NameOrder } from "../enums";
import { readMarks, readVisibility } from "../stored";
import { accounts } from "./accounts";

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
    jobTitle: localizedText(),
    bio: localizedText(),
    offers: localizedText(),
    needs: localizedText(),
    languages: text().array().notNull().default(sql`'{}'`),
    sectors: text().array().notNull().default(sql`'{}'`),
    cities: text().array().notNull().default(sql`'{}'`),
    category: text().notNull().default("active"),
    clubFunction: text("club_function"),
    originalLocale: text("original_locale").$type<"fr" | "en" | "zh">().notNull().default("fr"),
    stale: stored(readMarks).notNull().default({}),
    visibility: stored(readVisibility).notNull().default({}),
    joinedOn: date("joined_on", { mode: "string" }),
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
    // listMembers by sector, by city
    index("members_sectors_index").using("gin", table.sectors),
    index("members_cities_index").using("gin", table.cities),
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
