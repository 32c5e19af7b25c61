import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { at, bytes, id, locale } from "../columns";
import { entries } from "./entries";
import { organisations } from "./organisations";

/**
 * What a shared link shows, as the worker drew it from what visitors read: one picture an address and language, until it
 * reads otherwise. Nobody uploaded it, so that it is no row of `files`.
 */
export const sharePictures = pgTable(
  "share_pictures",
  {
    id: id(),
    /** Of its page, without language: `/projects/shared-office`. */
    path: text().notNull(),
    locale: locale().notNull(),
    /** Of what is on it (`shareVersion`). */
    version: text().notNull(),
    /** Whose title is on it; none for pages about no one thing. */
    entryId: uuid("entry_id").references(() => entries.id, { onDelete: "cascade" }),
    organisationId: uuid("organisation_id").references(() => organisations.id, {
      onDelete: "cascade",
    }),
    /** A PNG, 1200 × 630. */
    content: bytes().notNull(),
    drawnAt: at().notNull().defaultNow(),
  },
  (table) => [
    // getSharePicture
    unique("share_pictures_place_unique").on(table.path, table.locale),
    // what it is of goes
    index("share_pictures_entry_index").on(table.entryId),
    index("share_pictures_organisation_index").on(table.organisationId),
    // the sweep, and what is kept at most
    index("share_pictures_drawn_index").on(table.drawnAt),
  ],
);
