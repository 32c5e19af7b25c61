import { type SQL, sql } from "drizzle-orm";
import { ACCESS_DATA } from "./access.personal-data";
import { APPLICATION_DATA } from "./applications.personal-data";
import type { TableRule } from "./columns.personal-data";
import { DUES_DATA } from "./dues.personal-data";
import { EXCHANGE_DATA } from "./exchanges.personal-data";
import { OPERATION_DATA } from "./operation.personal-data";
import { PEOPLE_DATA } from "./people.personal-data";
import { blankingStatements, tidyingStatements } from "./shared.personal-data";
import { TRAIL_DATA } from "./trail.personal-data";
import { WORK_DATA } from "./work.personal-data";

/**
 * Every column of every table: what export and erasure do with it. Erasure goes through the tables in this order, so
 * whatever refers to a row stands before it. A test fails when the database has a column that is not listed here.
 */
export const PERSONAL_DATA: Record<string, TableRule> = {
  ...ACCESS_DATA,
  ...TRAIL_DATA,
  ...APPLICATION_DATA,
  ...EXCHANGE_DATA,
  ...WORK_DATA,
  ...DUES_DATA,
  ...PEOPLE_DATA,
  ...OPERATION_DATA,
};

/** One statement a table for what an account's export holds; each row comes as one JSON `row`. */
export function exportStatements(accountId: string): [table: string, statement: SQL][] {
  const id = sql`${accountId}::uuid`;
  return Object.entries(PERSONAL_DATA).flatMap(([name, { rows, columns }]) => {
    const exported = Object.entries(columns).flatMap(([column, kind]): SQL[] => {
      if (kind === "impersonal" || !kind.isExported) return [];
      const cell = sql.identifier(column);
      if (kind.isExported === true) return [sql`${cell}`];
      return [sql`case when ${kind.isExported(id)} then ${cell} end as ${cell}`];
    });
    if (!rows || exported.length === 0) return [];
    const own = sql`select ${sql.join(exported, sql`, `)} from ${sql.identifier(name)} where ${rows(id)}`;
    return [[name, sql`select to_jsonb(own) as row from (${own}) own`]];
  });
}

/** Whether anything but an account's own row would be erased with it, as `held`. */
export function heldStatement(accountId: string): SQL {
  const id = sql`${accountId}::uuid`;
  const found = Object.entries(PERSONAL_DATA).flatMap(([name, { rows, erasedRows = rows }]) =>
    erasedRows && name !== "accounts"
      ? [sql`exists (select from ${sql.identifier(name)} where ${erasedRows(id)})`]
      : [],
  );
  return sql`select ${sql.join(found, sql` or `)} as held`;
}

/**
 * What takes an account out of the database: first its words out of the rows that others hang on, then its own rows, in
 * an order that respects their foreign keys.
 */
export function erasureStatements(accountId: string): { blanking: SQL[]; removing: SQL[] } {
  const id = sql`${accountId}::uuid`;
  const statements = Object.entries(PERSONAL_DATA).flatMap(
    ([name, { rows, erasedRows = rows, columns }]) => {
      if (!erasedRows) return [];
      const table = sql.identifier(name);
      const erasures = Object.entries(columns).flatMap(([column, kind]) =>
        kind === "impersonal" || kind.erasure === "stays"
          ? []
          : [{ column, erasure: kind.erasure }],
      );
      if (erasures.some(({ erasure }) => erasure === "row")) {
        return [sql`delete from ${table} where ${erasedRows(id)}`];
      }
      const values = erasures.map(
        ({ column, erasure }) => sql`${sql.identifier(column)} = ${erasure}`,
      );
      if (values.length === 0) return [];
      return [sql`update ${table} set ${sql.join(values, sql`, `)} where ${erasedRows(id)}`];
    },
  );
  const removing = [...statements, ...tidyingStatements()];
  return { blanking: blankingStatements(accountId), removing };
}
