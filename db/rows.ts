import { Column, is, SQL, Subquery } from "drizzle-orm";
import type {
  PgPreparedQuery,
  PgSession,
  PreparedQueryConfig,
  SelectedFieldsOrdered,
} from "drizzle-orm/pg-core";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import type postgres from "postgres";

type Decoder = { mapFromDriverValue: (value: unknown) => unknown };

type Nothing = Record<string, never>;

/** Drizzle's session of postgres.js, whose rows are read as `rowsBy` reads them. */
export class QuickSession extends PostgresJsSession<postgres.Sql, Nothing, Nothing> {
  override prepareQuery<T extends PreparedQueryConfig>(
    ...[asked, fields, name, isArrayMode, toRows = rowsBy(fields), ...rest]: Parameters<
      PgSession["prepareQuery"]
    >
  ): PgPreparedQuery<T> {
    return super.prepareQuery(asked, fields, name, isArrayMode, toRows, ...rest);
  }
}

/**
 * How the rows of a select are read, each a list of values: Drizzle asks of each value anew by what it is read.
 * Undefined where Drizzle reads them, which are selects with parts in parts.
 */
export function rowsBy(
  fields: SelectedFieldsOrdered | undefined,
): ((rows: unknown[][]) => never) | undefined {
  if (!fields?.every(({ path }) => path.length === 1)) return undefined;
  // With the first row: most selects of a dashboard find none.
  let columns: { name: string; decoder: Decoder }[] | undefined;
  const readRow = (row: unknown[]) => {
    columns ??= fields.map(({ path: [name], field }) => ({
      name: name as string,
      decoder: decoderOf(field),
    }));
    const read: Record<string, unknown> = {};
    let at = 0;
    for (const { name, decoder } of columns) {
      const value = row[at++];
      read[name] = value === null ? null : decoder.mapFromDriverValue(value);
    }
    return read;
  };
  return (rows) => rows.map(readRow) as never;
}

/** As Drizzle finds it. */
function decoderOf(field: SelectedFieldsOrdered[number]["field"]): Decoder {
  if (is(field, Column)) return field;
  const written = is(field, SQL) ? field : is(field, Subquery) ? field._.sql : field.sql;
  return (written as unknown as { decoder: Decoder }).decoder;
}
