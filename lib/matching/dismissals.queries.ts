import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { matchDismissals } from "@/db/schema/matching";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isPublished } from "@/lib/entries/sight.queries";
import { type ShownName, shownName } from "@/lib/members/member-card";
import { isReachable, nameColumns } from "@/lib/members/sight.queries";
import { canSeeMatches } from "./policy";

/** The newest are shown; older ones come up as the newer are taken back. */
const MOST = 24;

/** Projects the viewer has set aside and could still read, the last one first. */
export async function listDismissedProjects(viewer: Viewer) {
  if (!canSeeMatches(viewer)) return [];
  return query((db) =>
    db
      .select({
        id: matchDismissals.id,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
      })
      .from(matchDismissals)
      .innerJoin(entries, eq(entries.id, matchDismissals.projectId))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(matchDismissals.memberId, viewer.memberId),
          isNull(matchDismissals.candidateId),
          isPublished,
        ),
      )
      .orderBy(desc(matchDismissals.createdAt), entries.slug)
      .limit(MOST),
  );
}

/** Members the viewer has set aside for a project of theirs (by id) and may still name, the last one first. */
export async function listDismissedCandidates(
  viewer: Viewer,
  projectId: string,
  locale: Locale,
): Promise<{ id: string; memberId: string; slug: string; name: ShownName }[]> {
  if (!canSeeMatches(viewer)) return [];
  const rows = await query((db) =>
    db
      .select({
        id: matchDismissals.id,
        memberId: members.id,
        slug: members.slug,
        ...nameColumns(viewer),
      })
      .from(matchDismissals)
      .innerJoin(members, eq(members.id, matchDismissals.candidateId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          eq(matchDismissals.memberId, viewer.memberId),
          eq(matchDismissals.projectId, projectId),
          isReachable(viewer),
        ),
      )
      .orderBy(desc(matchDismissals.createdAt), members.slug)
      .limit(MOST),
  );
  return rows.map(({ id, memberId, slug, ...names }) => ({
    id,
    memberId,
    slug,
    name: shownName(names, locale),
  }));
}
