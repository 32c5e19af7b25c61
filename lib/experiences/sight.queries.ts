import "server-only";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isInSight as isEntryInSight, isPublished } from "@/lib/entries/sight.queries";

/** Published, and visitors read something of it. Join members and accounts. */
export const isOpen = and(isPublished, sql`${entries.teaser} <> '{}'::jsonb`);

/** What every entry shows, to active accounts; what is open and their own to others. Join members and accounts. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  if (viewer?.status === "active") return isEntryInSight(viewer);
  return viewer ? or(isOpen, eq(accounts.id, viewer.accountId)) : isOpen;
}
