import "server-only";
import { and, count, eq } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { projects } from "@/db/schema/projects";

export type ClubTotals = { members: number; organisations: number; projects: number };

const isActive = eq(accounts.status, "active");

/** The club in three numbers, as of now: active members, organisations, published projects of active members. */
export async function getClubTotals(): Promise<ClubTotals> {
  const [[people], [houses], [works]] = await query((db) =>
    Promise.all([
      db
        .select({ total: count() })
        .from(members)
        .innerJoin(accounts, eq(accounts.id, members.accountId))
        .where(isActive),
      db.select({ total: count() }).from(organisations),
      db
        .select({ total: count() })
        .from(projects)
        .innerJoin(members, eq(members.id, projects.ownerId))
        .innerJoin(accounts, eq(accounts.id, members.accountId))
        .where(and(isActive, eq(projects.moderation, "published"))),
    ]),
  );
  return {
    members: people?.total ?? 0,
    organisations: houses?.total ?? 0,
    projects: works?.total ?? 0,
  };
}
