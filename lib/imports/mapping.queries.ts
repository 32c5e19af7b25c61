import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { imports } from "@/db/schema/imports";

/** What the columns of the last file with the same headings were said to be, and the order of its dates; null without one. */
export async function findMapping(tx: Transaction, columns: readonly string[]) {
  const isAlike = sql`${imports.sheet} -> 'columns' = ${JSON.stringify(columns)}::jsonb`;
  const [last] = await tx
    .select({ mapping: imports.mapping, dateOrder: imports.dateOrder })
    .from(imports)
    .where(and(isAlike, eq(imports.state, "done")))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(1);
  return last ?? null;
}
