import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  at,
  createdAt,
  hiddenAt,
  id,
  locale,
  localizedText,
  oneOf,
  seed,
  stored,
} from "../columns";
import { COUNTRIES, type Country, PAGE_VISIBILITIES, type PageVisibility } from "../enums";
import { readMarks } from "../stored";
import { files } from "./files";

export const organisations = pgTable(
  "organisations",
  {
    id: id(),
    slug: text().notNull().unique("organisations_slug_unique"),
    name: localizedText(),
    /** When a manager chose to keep a name that lacks its Latin form; nothing is proposed any more. */
    nameKeptAt: at(),
    description: localizedText(),
    originalLocale: locale("original_locale").notNull().default("fr"),
    /** Languages that are older than the original, by field. */
    stale: stored(readMarks).notNull().default({}),
    kind: text().notNull(),
    size: text(),
    sectors: text().array().notNull().default(sql`'{}'`),
    country: text().$type<Country>().notNull().default("fr"),
    /** Head office: a slug of `lyonPlaces` or `cities`, null elsewhere. */
    place: text(),
    /** Further places where it is present: slugs of `lyonPlaces` and `cities`. */
    sites: text().array().notNull().default(sql`'{}'`),
    founded: integer(),
    website: text(),
    siren: text(),
    siret: text(),
    vat: text(),
    uscc: text(),
    /** Unified Social Credit Code of the Chinese parent company. */
    parentUscc: text("parent_uscc"),
    /** Its logo as the portal drew it anew: PNG, at most 512 pixels wide and high. */
    logoId: uuid("logo_id").references(() => files.id),
    /** Made from public sources: nobody of it has come in yet. */
    isFromSources: boolean("is_from_sources").notNull().default(false),
    visibility: text().$type<PageVisibility>().notNull().default("members"),
    /** Folded names as they are compared to find the same organisation under another script. */
    nameKeys: text("name_keys").array().notNull().default(sql`'{}'`),
    searchText: text("search_text").notNull().default(""),
    sortLatin: text("sort_latin").notNull().default(""),
    sortPinyin: text("sort_pinyin").notNull().default(""),
    seed: seed(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: at().notNull().defaultNow(),
    hiddenAt: hiddenAt(),
  },
  (table) => [
    oneOf("organisations_country_check", table.country, COUNTRIES),
    oneOf("organisations_visibility_check", table.visibility, PAGE_VISIBILITIES),
    uniqueIndex("organisations_siren_unique").on(table.siren),
    uniqueIndex("organisations_uscc_unique").on(table.uscc),
    // Partial, so that a change of logo waits for nobody who only refers to the organisation.
    uniqueIndex("organisations_logo_unique")
      .on(table.logoId)
      .where(sql`${table.logoId} is not null`),
    // listOrganisationNews
    index("organisations_changed_index").on(sql`greatest(${table.createdAt}, ${table.updatedAt})`),
    // listSimilarOrganisations, requireNew
    index("organisations_name_keys_index").using("gin", table.nameKeys),
  ],
);
