import "server-only";
import { and, asc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { heritage } from "@/db/schema/heritage";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { listAddresses } from "@/lib/entries/newest.queries";
import { ownsEntry } from "@/lib/entries/policy";
import {
  hasOpenEdit,
  isInSight,
  isOwnedBy,
  isPublished,
  sightColumns,
} from "@/lib/entries/sight.queries";
import { lookedUp } from "@/lib/search/line-sources.queries";
import type { HeritageItem } from "./heritage-item";
import { claimOf, figureOf, firstSource } from "./heritage-view";

const own = {
  part: heritage.part,
  starts: heritage.starts,
  ends: heritage.ends,
  isAbout: heritage.isAbout,
  figure: heritage.figure,
  story: heritage.story,
  differs: heritage.differs,
  status: heritage.status,
  sources: heritage.sources,
  leadsTo: heritage.leadsTo,
  fromSeed: heritage.fromSeed,
};

const itemColumns = {
  ...own,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
};

/** Everybody finds the same. */
const LINES = { kind: "heritage", audience: "public" } as const;

const isHeritage = eq(entries.entryKind, "heritage");

/** Every date, institution and figure that is online, in their order; or those for which `which` holds. */
export const listHeritage = (which?: SQL): Promise<HeritageItem[]> =>
  query((db) =>
    db
      .select(itemColumns)
      .from(entries)
      .innerJoin(heritage, eq(heritage.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isHeritage, isPublished, which))
      .orderBy(sql`${heritage.position} asc nulls last`, asc(entries.slug)),
  );

/** Those in which each word of what was typed stands, in their order. */
export const findHeritage = (q: string): Promise<HeritageItem[]> =>
  listHeritage(
    sql`${entries.id} in (select subject_id from ${lookedUp(LINES, { q, chosen: {} })} line)`,
  );

/** The figures, and the dates with these addresses. */
export const listFiguresAnd = (slugs: readonly string[]) =>
  listHeritage(or(eq(heritage.part, "figure"), inArray(entries.slug, [...slugs])));

/** What the viewer keeps and is not online, was taken down or is being corrected. */
export function listUnsettled(viewer: Viewer) {
  const isOut = or(ne(entries.moderation, "published"), isHidden(entries), hasOpenEdit);
  return query((db) =>
    db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        moderation: entries.moderation,
        isHidden: isHidden(entries),
        hasEdit: hasOpenEdit,
      })
      .from(entries)
      .where(and(isHeritage, isOut, isOwnedBy(viewer)))
      .orderBy(asc(entries.createdAt), asc(entries.slug)),
  );
}

/** One of them at its address, or null out of the viewer's sight. */
export async function getHeritageItem(viewer: Viewer | null, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...itemColumns,
        ...sightColumns(),
        id: entries.id,
        version: entries.version,
        provenance: entries.provenance,
        stale: entries.stale,
        submittedAt: entries.submittedAt,
        isHidden: isHidden(entries),
      })
      .from(entries)
      .innerJoin(heritage, eq(heritage.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(isHeritage, eq(entries.slug, slug), isInSight(viewer))),
  );
  return row ? { ...row, isOwn: ownsEntry(viewer, row) } : null;
}

/** Where each one online stands, and when it last changed, for search engines. */
export const listPublicAddresses = () => listAddresses("heritage", isPublished);

/** The key figures among items, each with its date and one source, in the reader's language. */
export const toFigures = (items: readonly HeritageItem[], locale: Locale) =>
  items
    .filter(({ part }) => part === "figure")
    .map((item) => {
      const figure = figureOf(item, NOWHERE, locale);
      return { ...figure, source: firstSource(item, locale, figure.date ?? "") };
    });

/** The dates among items, oldest first, each with one source. */
export const toTimeline = (items: readonly HeritageItem[], locale: Locale) =>
  items
    .filter(({ part }) => part === "date")
    .toSorted((a, b) => (a.starts ?? "").localeCompare(b.starts ?? ""))
    .map((item) => ({
      ...claimOf(item, NOWHERE, locale),
      source: firstSource(item, locale),
    }));

/** Where these live on is told on the page of the century. */
const NOWHERE = new Map<string, string>();
