import "server-only";
import { asc, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { isListed } from "./queries";

/** Where every listed project of an active member stands and when it last changed, for search engines. */
export async function listPublishedAddresses(): Promise<{ slug: string; updatedAt: Date }[]> {
  return query((db) =>
    db
      .select({ slug: projects.slug, updatedAt: projects.updatedAt })
      .from(projects)
      .innerJoin(members, eq(members.id, projects.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isListed())
      .orderBy(asc(projects.slug)),
  );
}
