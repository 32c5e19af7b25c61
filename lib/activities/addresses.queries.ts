import "server-only";
import { asc, desc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { members } from "@/db/schema/members";
import { SITEMAP_PAGES } from "@/lib/core/paths";
import { activitySightOf, isInSight } from "./sight.queries";

/** Where every activity that visitors see stands and when it last changed, for search engines. */
export async function listPublicAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return query((db) =>
    db
      .select({ slug: activities.slug, updatedAt: activities.updatedAt })
      .from(activities)
      .innerJoin(members, eq(members.id, activities.memberId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isInSight(activitySightOf(null)))
      .orderBy(desc(activities.updatedAt), asc(activities.slug))
      .limit(SITEMAP_PAGES),
  );
}
