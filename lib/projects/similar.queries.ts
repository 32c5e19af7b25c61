import "server-only";
import { and, asc, desc, eq, gte, inArray, ne, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { groupOfSector } from "@/lib/directory/crowd";
import { foundIn } from "@/lib/search/line-conditions";
import { finderOf, type LineList } from "@/lib/search/line-sources.queries";
import { searchPatterns } from "@/lib/search/search-words";
import { shownColumns } from "./shown.queries";
import { isListed } from "./sight.queries";
import { similarWords } from "./similar-words";

export type SimilarProject = { slug: string; title: string; lang: Locale };

const SHOWN = 3;

/** Their lines hold what members read besides: it finds who is compared, and counts for nothing there. */
const LISTED: LineList = { kind: "project", audience: "members" };

/** So many are met of each word, and so many of those that have most of the words are compared. */
const [MET, COMPARED] = [sql.raw("200"), sql.raw("100")];

/** Two shared words make a project similar, or one with a shared sector. */
const ENOUGH = 3;

/**
 * Listed projects whose public texts share telling words with a text that is being written, and sectors; three at most,
 * the closest first. `except` is the address of the project itself. For active accounts.
 */
export async function listSimilarProjects(
  viewer: Viewer | null,
  asked: { text: string; sectors: readonly string[]; except?: string },
  locale: Locale,
  read: Read = query,
): Promise<SimilarProject[]> {
  const looked = similarWords(asked.text);
  if (!mayRead(viewer) || looked.length === 0) return [];
  const patterns = looked.flatMap(searchPatterns);
  const words = sum(patterns.map((one) => sql`(${entries.searchPublic} like ${one})::int`));
  const shown = shownColumns(viewer);
  const near = asked.sectors.map((one) => sectorAndGroup(one));
  const sectors = sum(near.map((some) => sql`(${some} && ${shown.sectors})::int`));
  const score = sql<number>`2 * (${words}) + least(${sectors}, 2)`;
  const isOther = asked.except ? ne(entries.slug, asked.except) : undefined;
  const rows = await read((db) =>
    db
      .select({
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(inArray(entries.id, nearest(looked)), isListed(), isOther, gte(score, ENOUGH)))
      .orderBy(desc(score), asc(entries.slug))
      .limit(SHOWN),
  );
  return rows.map(({ slug, title, originalLocale }) => {
    const picked = pickText(title, locale, originalLocale);
    return { slug, title: picked?.text ?? slug, lang: picked?.lang ?? originalLocale };
  });
}

/** The ids of those that have most of the words, as far as each word finds them. */
function nearest(words: readonly string[]): SQL {
  const found = words.map(
    (q) =>
      sql`select subject_id from ${foundIn(finderOf(LISTED), { q, facetSets: [] }, "anywhere", MET)}`,
  );
  return sql`(select subject_id from (${sql.join(found, sql` union all `)}) met
    group by subject_id order by count(*) desc, subject_id limit ${COMPARED})`;
}

/** A project without a name may show no more than the group. */
const sectorAndGroup = (slug: string) =>
  sql.param([slug, groupOfSector(slug) ?? slug], entries.sectors);

const sum = (parts: SQL[]) => (parts.length > 0 ? sql.join(parts, sql` + `) : sql`0`);
