import "server-only";
import { eq, getTableName, inArray, like, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { holdTurn } from "@/db/turn";

/**
 * The addresses of a table that are `base` or begin with it and a hyphen; whoever asks for the same one waits until the
 * transaction ends.
 */
export async function takenSlugs(tx: Transaction, slug: PgColumn, base: string): Promise<string[]> {
  const key = `${getTableName(slug.table)}-slug:${base}`;
  await holdTurn(tx, key);
  const rows = await tx
    .select({ slug: sql<string>`${slug}` })
    .from(slug.table)
    .where(or(eq(slug, base), like(slug, `${base}-%`)));
  return rows.map((row) => row.slug);
}

/**
 * Those that are one of `bases` or one of them with a number, for more than a transaction may hold locks for: two that ask for the
 * same one at once meet at its unique index.
 */
export async function takenSlugsOfAll(
  tx: Transaction,
  slug: PgColumn,
  bases: readonly string[],
): Promise<Set<string>> {
  if (bases.length === 0) return new Set();
  const own = [...new Set(bases)];
  const rows = await tx
    .select({ slug: sql<string>`${slug}` })
    .from(slug.table)
    .where(or(inArray(slug, own), inArray(sql`regexp_replace(${slug}, '-[0-9]+$', '')`, own)));
  return new Set(rows.map((row) => row.slug));
}
