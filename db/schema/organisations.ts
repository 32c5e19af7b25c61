import { sql } from "drizzle-orm";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { createdAt, id, localizedText } from "../columns";

export const organisations = pgTable("organisations", {
  id: id(),
  slug: text().notNull().unique("organisations_slug_unique"),
  name: localizedText(),
  description: localizedText(),
  kind: text().notNull(),
  size: text(),
  sectors: text().array().notNull().default(sql`'{}'`),
  place: text(),
  founded: integer(),
  website: text(),
  siren: text(),
  vat: text(),
  parentUscc: text("parent_uscc"),
  createdAt: createdAt(),
});
