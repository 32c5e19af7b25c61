import "server-only";
import { eq, getTableName, like, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";

/**
 * The addresses of a table that are `base` or begin with it and a hyphen; whoever asks for the same one waits until the
 * transaction ends.
 */
export async function takenSlugs(tx: Transaction, slug: PgColumn, base: string): Promise<string[]> {
  const key = `${getTableName(slug.table)}-slug:${base}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${key}))`);
  const rows = await tx
    .select({ slug: sql<string>`${slug}` })
    .from(slug.table)
    .where(or(eq(slug, base), like(slug, `${base}-%`)));
  return rows.map((row) => row.slug);
}
