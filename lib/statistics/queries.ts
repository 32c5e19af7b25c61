import "server-only";
import { and, count, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInDirectory } from "@/lib/members/listed.queries";
import { isInSight } from "@/lib/organisations/queries";

/** How many members the directory lists: active ones who agreed to stand in it. The same number for everybody. */
export async function countListedMembers(): Promise<number> {
  const [row] = await query((db) =>
    db
      .select({ total: count() })
      .from(members)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(accounts.status, "active"), isInDirectory)),
  );
  return row?.total ?? 0;
}

/** How many organisations the viewer finds in the list. */
export async function countOrganisations(viewer: Viewer | null): Promise<number> {
  const [row] = await query((db) =>
    db.select({ total: count() }).from(organisations).where(isInSight(viewer)),
  );
  return row?.total ?? 0;
}
