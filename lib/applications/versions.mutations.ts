import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { applications } from "@/db/schema/applications";
import { authorize } from "@/lib/core/errors";

/** Changes an application as it was read. Throws `conflict`. */
export async function changeApplication(
  tx: Transaction,
  { id, version }: { id: string; version: number },
  values: PgUpdateSetSource<typeof applications>,
): Promise<void> {
  const changed = await tx
    .update(applications)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(applications.id, id), eq(applications.version, version)))
    .returning({ id: applications.id });
  authorize(changed.length === 1, "conflict");
}
