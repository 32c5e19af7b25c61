import { sql } from "drizzle-orm";
import type { Transaction } from "./client";

/** Waits until nobody else holds the turn of this name, and holds it until the transaction ends. */
export async function holdTurn(tx: Transaction, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${name}))`);
}
