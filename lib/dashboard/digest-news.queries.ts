import "server-only";
import { and, desc, eq, gt, inArray, lte, sql } from "drizzle-orm";
import type { EntryKind } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { searchLines } from "@/db/schema/search";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { pageOf } from "@/lib/entries/noun";
import { listAnnounced } from "@/lib/events/agenda.queries";
import { posterWords } from "@/lib/events/event-poster";
import { shownName } from "@/lib/members/member-card";
import { sightOf } from "@/lib/members/policy";
import { seen } from "@/lib/members/sight.queries";
import type { Span } from "@/lib/notifications/digest.queries";

const KINDS = ["project", "experience", "cooperation"] as const satisfies EntryKind[];

/** What is new in a list. */
export type DigestNews = {
  kind: (typeof KINDS)[number] | "event" | "member";
  /** Its page, without language. */
  to: string;
  /** How it is called; null without a title. */
  title: string | null;
  /** When and where, of an event. */
  held?: string;
  /** Told for the reader's own sectors and cities; else it is news to everybody. */
  isNear: boolean;
};

const NOTHING = { title: null, clocks: [], where: "" };

/** So many of each are told. */
const MOST = 4;

/** What the viewer works in and where, as lines have it, and what is wider; empty where they say neither. */
const own = (viewer: Viewer) => sql`array(select list || ':' || one
  from ${members} me
    cross join lateral (values ('sectors', me.sectors), ('cities', me.cities)) own (list, slugs),
    unnest(slugs) word, unnest(array[word, search.wider(list, word)]) one
  where me.id = ${viewer.memberId}::uuid and one is not null)`;

const isNarrowed = (viewer: Viewer) => sql<boolean>`${own(viewer)} <> '{}'::text[]`;

const isNear = (viewer: Viewer) =>
  sql`(${searchLines.facets} && ${own(viewer)} or ${own(viewer)} = '{}'::text[])`;

/**
 * What came online between two instants in the sectors and cities of the viewer, the newest first: projects and
 * experiences, agreements and events wherever they are, and members of the directory. Nothing of their own. All of the club's where they name
 * neither sectors nor cities.
 */
export async function listDigestNews(
  viewer: Viewer,
  span: Span,
  locale: Locale,
  read: Read,
): Promise<DigestNews[]> {
  const [texts, events, people] = await Promise.all([
    readEntries(viewer, span, read),
    listAnnounced(viewer, span, MOST, read),
    readPeople(viewer, span, read),
  ]);
  return [
    ...texts.map(({ kind, slug, title, originalLocale, isNarrowed: isNear }) => ({
      kind,
      isNear: isNear && kind !== "cooperation",
      to: pageOf({ entryKind: kind, slug }),
      title: pickText(title, locale, originalLocale)?.text ?? null,
    })),
    ...events.map((event) => {
      const { title, clocks, where } = posterWords(event, locale) ?? NOTHING;
      return {
        kind: "event" as const,
        isNear: false,
        to: pageOf({ entryKind: "event", slug: event.slug }),
        title: title?.text ?? null,
        held: [...clocks, where].filter(Boolean).join(" · "),
      };
    }),
    ...people.map(({ slug, isNarrowed: isNear, ...names }) => ({
      kind: "member" as const,
      isNear,
      to: `/members/${slug}`,
      title: shownName(names, locale).text,
    })),
  ];
}

const readEntries = (viewer: Viewer, { since, until }: Span, read: Read) =>
  read((db) =>
    db
      .select({
        // one of KINDS, as the condition says
        kind: sql<(typeof KINDS)[number]>`${entries.entryKind}`,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        isNarrowed: isNarrowed(viewer),
      })
      .from(entries)
      .innerJoin(searchLines, isLineOf(viewer))
      .where(
        and(
          inArray(entries.entryKind, KINDS),
          eq(entries.moderation, "published"),
          gt(entries.publishedAt, since),
          lte(entries.publishedAt, until),
          sql`${entries.ownerId} is distinct from ${viewer.memberId}::uuid`,
        ),
      )
      .orderBy(desc(entries.publishedAt), entries.slug)
      .limit(2 * MOST),
  );

const isLineOf = (viewer: Viewer) =>
  and(
    eq(searchLines.kind, sql`${entries.entryKind}`),
    eq(searchLines.audience, "members"),
    eq(searchLines.subjectId, entries.id),
    sql`(${searchLines.lastDay} is null or ${searchLines.lastDay} >= ${today()})`,
    sql`(${searchLines.kind} = 'cooperation' or ${isNear(viewer)})`,
  );

const readPeople = (viewer: Viewer, { since, until }: Span, read: Read) => {
  const { slug, familyName, givenName, nameOrder } = members;
  const nameZh = seen(sightOf(viewer), "nameZh", members.nameZh);
  return read((db) =>
    db
      .select({ slug, familyName, givenName, nameOrder, nameZh, isNarrowed: isNarrowed(viewer) })
      .from(members)
      .innerJoin(
        searchLines,
        and(
          eq(searchLines.kind, "member"),
          eq(searchLines.audience, "members"),
          eq(searchLines.subjectId, members.id),
          isNear(viewer),
        ),
      )
      .where(
        and(
          gt(members.createdAt, since),
          lte(members.createdAt, until),
          sql`${members.id} <> ${viewer.memberId}::uuid`,
        ),
      )
      .orderBy(desc(members.createdAt), slug)
      .limit(MOST),
  );
};
