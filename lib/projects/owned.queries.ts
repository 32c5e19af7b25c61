import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { OPEN_REVISION_STATES, type OpenRevisionState } from "@/lib/entries/policy";
import { PROJECTS } from "./project";
import type { FoundBy } from "./worth-adding";

export type OwnProject = NonNullable<Awaited<ReturnType<typeof getOwnProject>>>;

/** One of the viewer's own projects in any state (`getOwnEntry`); null for anybody else's. */
export const getOwnProject = (viewer: Viewer, slug: string, locale: Locale) =>
  getOwnEntry(viewer, PROJECTS, slug, locale);

const isOpenRevision = inArray(entryRevisions.state, OPEN_REVISION_STATES);

export type OwnProjectRow = Awaited<ReturnType<typeof listOwnProjects>>[number];

/** All projects of the viewer, last changed first, with the state of the open edit, if any. */
export async function listOwnProjects(viewer: Viewer, read: Read = query) {
  return read((db) =>
    db
      .select({
        id: entries.id,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        profileType: projects.profileType,
        moderation: entries.moderation,
        progress: projects.progress,
        deadline: projects.deadline,
        isHidden: isHidden(entries),
        updatedAt: entries.updatedAt,
        revision: sql<OpenRevisionState | null>`${entryRevisions.state}`,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(entryRevisions, and(eq(entryRevisions.entryId, entries.id), isOpenRevision))
      .where(eq(members.accountId, viewer.accountId))
      .orderBy(desc(entries.updatedAt)),
  );
}

/** What partners find one of the viewer's own projects by, while it is online; null for anybody else's. */
export async function getOwnFoundBy(viewer: Viewer, slug: string): Promise<FoundBy | null> {
  const { title, teaser, sectors, cities } = entries;
  const [row] = await query((db) =>
    db
      .select({ title, teaser, sectors, cities })
      .from(entries)
      .innerJoin(members, eq(members.id, entries.ownerId))
      .where(
        and(
          eq(entries.entryKind, PROJECTS.kind),
          eq(entries.slug, slug),
          eq(entries.moderation, "published"),
          eq(members.accountId, viewer.accountId),
        ),
      ),
  );
  return row ?? null;
}
