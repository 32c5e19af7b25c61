import { sql } from "drizzle-orm";
import { check, jsonb, type PgColumn, timestamp, uuid } from "drizzle-orm/pg-core";

/** An entry's text by language, as stored. */
export type StoredText = { fr?: string; en?: string; zh?: string };

export const id = () => uuid().primaryKey().defaultRandom();
export const at = () => timestamp({ withTimezone: true });
export const createdAt = () => at().notNull().defaultNow();
export const localizedText = () => jsonb().$type<StoredText>().notNull().default({});

/** A check that keeps a text column inside a closed list. */
export function oneOf(name: string, column: PgColumn, values: readonly string[]) {
  const list = sql.raw(values.map((value) => `'${value}'`).join(", "));
  return check(name, sql`${column} in (${list})`);
}
