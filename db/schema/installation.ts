import { sql } from "drizzle-orm";
import { boolean, check, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt } from "../columns";

/** The one portal that this database belongs to, and the fingerprints of the secrets that its instances share. */
export const installation = pgTable(
  "installation",
  {
    isOnly: boolean().primaryKey().default(true),
    id: uuid().notNull().defaultRandom(),
    authFingerprint: text(),
    actionsFingerprint: text(),
    createdAt: createdAt(),
  },
  (row) => [check("installation_is_one", sql`${row.isOnly}`)],
);
