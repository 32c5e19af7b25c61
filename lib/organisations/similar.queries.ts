import "server-only";
import { and, arrayOverlaps, eq, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { isShown } from "@/db/columns";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { compactNumber, isFrenchVat, isSiret } from "@/lib/core/text/registration-numbers";
import { arrayOf, isNamed, rankOf } from "@/lib/search/line-conditions";
import { type LineList, lookedUp, withOwn } from "@/lib/search/line-sources.queries";
import { isChinese, searchWords } from "@/lib/search/search-words";
import { organisationsFor } from "./listing.queries";
import { nameKeys } from "./names";
import { placeLabel } from "./place-label";
import { isInSight } from "./queries";

export type SimilarOrganisation = {
  id: string;
  slug: string;
  name: PickedText;
  place: string | null;
  /** `alike`: words of its name were typed, not all of it. */
  by: "name" | "number" | "alike";
};

/** The most that are told. */
export const MOST_SIMILAR = 5;
/** Of so many whose names hold what was typed, those that begin with it are looked for. */
const MOST_LOOKED_AT = 100;

/**
 * Organisations of the club that have one of the names (in any script, without legal form) or the registration number
 * (SIREN, SIRET, French VAT or Unified Social Credit Code as typed); five at most, those by number first. Only the
 * same, see `listOrganisationsNamedLike`. Whoever is no active member is told the name of one for members, since they know it, and
 * nothing else of it; one for its own people or the club team is told to nobody else.
 */
export async function listSimilarOrganisations(
  viewer: Viewer | null,
  asked: { names: string[]; number?: string },
  locale: Locale,
): Promise<SimilarOrganisation[]> {
  const keys = nameKeys(asked.names);
  const number = identityOf(asked.number ?? "");
  const isSame = or(
    keys.length > 0 ? arrayOverlaps(organisations.nameKeys, keys) : undefined,
    number ? isNumbered(number) : undefined,
  );
  if (!isSame) return [];
  const rows = await query((db) => readSame(db, viewer, isSame));
  const isByNumber = ({ siren, uscc }: Row) => number !== "" && [siren, uscc].includes(number);
  return rows
    .map((row) => told(row, isByNumber(row) ? "number" : "name", locale))
    .sort((a, b) => Number(b.by === "number") - Number(a.by === "number"))
    .slice(0, MOST_SIMILAR);
}

/**
 * Organisations that the viewer finds in the list and whose names hold each typed word: its start, or Chinese characters
 * anywhere; five at most, those called by these words first. None for two letters or one character, which
 * too many names hold.
 */
export async function listOrganisationsNamedLike(
  viewer: Viewer,
  typed: string,
  locale: Locale,
  read: Read = query,
): Promise<SimilarOrganisation[]> {
  const letters = searchWords(typed).join("");
  if (Array.from(letters).length < (isChinese(letters) ? 2 : 3)) return [];
  return read(async (db) => {
    const ids = await findNamedLike(db, organisationsFor(viewer), typed);
    if (ids.length === 0) return [];
    const rows = await readShort(db, viewer)
      .where(and(inArray(organisations.id, ids), isInSight(viewer)))
      .orderBy(sql`array_position(${arrayOf(ids)}::uuid[], ${organisations.id})`);
    return rows.map((row) => told(row, "alike", locale));
  });
}

async function findNamedLike(db: Database, list: LineList, q: string): Promise<string[]> {
  const named = lookedUp(list, { q, chosen: {} }, "names", sql`${MOST_LOOKED_AT}`);
  const rows = await db.execute<{ id: string }>(sql`${withOwn(list)}
    select subject_id as id from ${named} where ${isNamed(q)} order by ${rankOf(q)}, sort_latin, subject_id limit ${MOST_SIMILAR}`);
  return rows.map(({ id }) => id);
}

type Row = Awaited<ReturnType<typeof readShort>>[number];

function told(row: Row, by: SimilarOrganisation["by"], locale: Locale): SimilarOrganisation {
  const { id, slug, originalLocale } = row;
  const name = pickText(row.name, locale, originalLocale);
  return {
    id,
    slug,
    name: name ?? { text: slug, lang: originalLocale, isFallback: true },
    place: row.isInSight && row.place ? placeLabel(row.place, locale) : null,
    by,
  };
}

/** Whether the club has an organisation of this number (as typed) that is out of the viewer's sight; no more of it is told. */
export async function isNumberOutOfSight(viewer: Viewer | null, typed: string): Promise<boolean> {
  const number = identityOf(typed);
  if (number === "") return false;
  const isHidden = and(isNumbered(number), not(isInSight(viewer)));
  return (await query((db) => db.$count(organisations, isHidden))) > 0;
}

const isNumbered = (number: string) =>
  or(eq(organisations.siren, number), eq(organisations.uscc, number));

const isForMembers = and(eq(organisations.visibility, "members"), isShown(organisations));

const readSame = (db: Database, viewer: Viewer | null, isSame: SQL) =>
  readShort(db, viewer)
    .where(and(isSame, or(isForMembers, isInSight(viewer))))
    .orderBy(organisations.createdAt, organisations.id)
    .limit(20);

const readShort = (db: Database, viewer: Viewer | null) =>
  db
    .select({
      id: organisations.id,
      slug: organisations.slug,
      name: organisations.name,
      originalLocale: organisations.originalLocale,
      place: organisations.place,
      siren: organisations.siren,
      uscc: organisations.uscc,
      isInSight: sql<boolean>`(${isInSight(viewer)})`,
    })
    .from(organisations);

/** The number that an organisation is known by: the SIREN within a SIRET or a French VAT number; else as it is. */
function identityOf(typed: string): string {
  const number = compactNumber(typed);
  if (isSiret(number)) return number.slice(0, 9);
  return isFrenchVat(number) ? number.slice(4) : number;
}
