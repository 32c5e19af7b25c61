import type { Sql } from "postgres";

const FEW = 500;

/**
 * Adds rows from the first to the `count`th in two portions, and has `tables` analysed between them: what triggers do for
 * each row is planned for tables of some size, not for empty ones.
 */
export async function fewFirst(
  sql: Sql,
  count: number,
  tables: string,
  add: (from: number, to: number) => Promise<unknown>,
): Promise<void> {
  await add(1, Math.min(FEW, count));
  await sql.unsafe(`analyze ${tables}`);
  if (count > FEW) await add(FEW + 1, count);
}
