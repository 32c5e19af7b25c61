import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SelectedFieldsFlat } from "drizzle-orm/pg-core";
import { PgRemoteSession } from "drizzle-orm/pg-proxy";
import { dialect } from "./client";

/** A select of Drizzle's whose columns stand side by side. */
export type Select<Row> = SQLWrapper &
  PromiseLike<Row[]> & { readonly _: { readonly selectedFields: unknown } };

/**
 * A select inside another statement: its rows as one value there, each a list, and `read`, which makes of this value what
 * the select gives by itself.
 */
export function inside<Row>(select: Select<Row>): {
  rows: SQL;
  read: (rows: readonly unknown[][]) => Promise<Row[]>;
} {
  const selected = Object.entries(select._.selectedFields as SelectedFieldsFlat);
  const fields = selected.map(([name, field]) => ({ path: [name], field }));
  const names = sql.raw(fields.map((_, index) => `c${index}`).join(", "));
  return {
    rows: sql`(select coalesce(json_agg(json_build_array(${names})), '[]') from ${select} one (${names}))`,
    read: (rows) =>
      new PgRemoteSession(async () => ({ rows: [...rows] }), dialect, undefined)
        .prepareQuery({ sql: "", params: [] }, fields, undefined, true)
        .execute() as Promise<Row[]>,
  };
}
