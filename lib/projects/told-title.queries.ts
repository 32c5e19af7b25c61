import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { projectVersions } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import type { StoredText } from "@/db/stored";

/**
 * The title of a row of `projects` that a reader may be told: to its owner their own, to others the one online, else
 * the last that was; none for what never was. A project taken back is a draft again, and its title its owner's alone.
 */
export function toldTitle(readerId: string | null = null): SQL<StoredText> {
  const isOpen = sql`${projects}.moderation = 'published' or ${projects}.owner_id = ${readerId}::uuid`;
  const last = sql`select version.content -> 'title' from ${projectVersions} version
    where version.project_id = ${projects}.id and version.cause <> 'restored'
    order by version.number desc limit 1`;
  return sql<StoredText>`case when ${isOpen} then ${projects}.title
    else coalesce((${last}), '{}'::jsonb) end`.mapWith(projects.title) as SQL<StoredText>;
}
