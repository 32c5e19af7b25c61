import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";

/** What every entry shows, to active accounts alone; others see their own. Join members and accounts. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  if (viewer?.status === "active") return isEntryInSight(viewer);
  return viewer ? eq(accounts.id, viewer.accountId) : sql`false`;
}
