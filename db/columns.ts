import { isNotNull, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import {
  check,
  customType,
  integer,
  type PgColumn,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { readText } from "./stored";

/** The primary key of a table: a random UUID that the database gives. */
export const id = () => uuid().primaryKey().defaultRandom();

/** A moment with its time zone, read as a `Date`; null unless the table says otherwise. */
export const at = () => timestamp({ withTimezone: true });

/** When the row was written, by the database's clock. */
export const createdAt = () => at().notNull().defaultNow();

/** The portal's languages, as lib/core/i18n lists them for the floors above. */
export const LOCALES = ["fr", "en", "zh"] as const;

/** A language; null unless the table says otherwise. The database refuses others only where `oneOf` is given `LOCALES`. */
export const locale = (name = "") => text(name).$type<(typeof LOCALES)[number]>();

/** Bytes as they are. Never among what lists select. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
/** What the swatch of a thing is woven from: drawn by lot when it is made, so that it says nothing of it. */
export const seed = () => integer().notNull().default(sql`floor(random() * 2147483648)::int`);
/** What a machine made of words for readers of a language: on its way without words, unless it failed; and how it was called. */
export const machineWords = () => ({
  locale: locale().notNull(),
  words: text(),
  /** How the service was called that made them. */
  madeBy: text().notNull(),
  askedAt: createdAt(),
  failedAt: at(),
});
/** When the club team took it down; null as long as it is shown. */
export const hiddenAt = () => at();
/** Not taken down: what anybody may see but its author and the club team. */
export const isShown = ({ hiddenAt: at }: { hiddenAt: PgColumn }) => isNull(at);

/** The opposite of `isShown`, as a column to select: true once taken down. */
export const isHidden = ({ hiddenAt: at }: { hiddenAt: PgColumn }) =>
  sql<boolean>`${isNotNull(at)}`;

/** Whether an instant lies within the last 24 hours. */
export const isWithinADay = (at: SQLWrapper): SQL => sql`${at} > now() - interval '1 day'`;

/** The calendar day in Lyon (`ZONE` of lib/core/dates) of an instant. */
export const dayInLyon = (at: SQLWrapper): SQL => sql`(${at} at time zone 'Europe/Paris')::date`;

/** A column, or `value` read as it would be, where a condition holds; null elsewhere. */
export function onlyIf<Column extends PgColumn>(
  condition: SQLWrapper | undefined,
  column: Column,
  value: SQLWrapper = column,
) {
  const shown = sql`case when ${condition} then ${value} end`;
  return shown.mapWith(column) as SQL<Column["_"]["data"] | null>;
}

/** A jsonb column of which `read` makes sense, whenever it was stored; one without a reader is `unknown` to its queries. */
export function stored<Value>(read: (value: unknown) => Value) {
  return customType<{ data: Value; driverData: unknown }>({
    dataType: () => "jsonb",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: read,
  })();
}

/** A text in up to three languages, `{fr?, en?, zh?}`; `{}` where nothing is said. */
export const localizedText = () => stored(readText).notNull().default({});

/** A check that keeps a text column inside a closed list. */
export function oneOf(name: string, column: PgColumn, values: readonly string[]) {
  const list = sql.raw(values.map((value) => `'${value}'`).join(", "));
  return check(name, sql`${column} in (${list})`);
}
