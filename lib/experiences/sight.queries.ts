import "server-only";
import { and, eq, getTableColumns, or, type SQL, sql } from "drizzle-orm";
import { isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { experiences } from "@/db/schema/experiences";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";

/** An experience is never without an owner, as other entries may be. */
export const experienceColumns = {
  ...getTableColumns(entries),
  ...getTableColumns(experiences),
  entryKind: sql<"experience">`${entries.entryKind}`,
  ownerId: sql<string>`${entries.ownerId}`,
};

/** What any active account may come upon: published, of an active member, and not taken down. */
export const isPublished = and(
  eq(entries.moderation, "published"),
  eq(accounts.status, "active"),
  isShown(entries),
);

/** To active accounts those, to the club team any published one, to whoever wrote one their own. Join members and accounts. */
export function isInSight(viewer: Viewer | null): SQL | undefined {
  if (!viewer) return sql`false`;
  return or(
    eq(accounts.id, viewer.accountId),
    viewer.status === "active" ? isPublished : undefined,
    isStaff(viewer) ? eq(entries.moderation, "published") : undefined,
  );
}
