import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { isSlug } from "@/lib/core/text/slug";
import { hasOpenEdit, isInSight, isOwnedBy, sightColumns } from "@/lib/entries/sight.queries";
import { getPageInForce, getPageToCome } from "./in-force.queries";
import { CLUB_PAGES } from "./page";

const isPage = eq(entries.entryKind, "page");

/** Whether a page has a text of the club's, for the rules; null out of the viewer's sight. */
export async function getPage(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const { id, title, originalLocale } = entries;
  const [row] = await query((db) =>
    db
      .select({ ...sightColumns(), id, title, originalLocale, isHidden: isHidden(entries) })
      .from(entries)
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isPage, eq(entries.slug, slug), isInSight(viewer))),
  );
  return row ?? null;
}

/** Where each page stands: the club's text, if it has begun one, since when one holds and from when another will. */
export async function listStandings(viewer: Viewer, today: string) {
  const begun = await listPages(viewer);
  return Promise.all(
    CLUB_PAGES.map(async (page) => ({
      page,
      own: begun.find((one) => one.page === page) ?? null,
      since: (await getPageInForce(page, today))?.effectiveOn,
      from: (await getPageToCome(page, today))?.effectiveOn,
    })),
  );
}

export type PageStanding = Awaited<ReturnType<typeof listStandings>>[number];

/** The texts that the club has begun or put online, for whoever keeps them; `isEdited` says that an edit is open. */
const listPages = (viewer: Viewer) =>
  query((db) =>
    db
      .select({
        page: entries.slug,
        moderation: entries.moderation,
        isHidden: isHidden(entries),
        isEdited: hasOpenEdit,
      })
      .from(entries)
      .where(and(isPage, inArray(entries.slug, [...CLUB_PAGES]), isOwnedBy(viewer))),
  );
