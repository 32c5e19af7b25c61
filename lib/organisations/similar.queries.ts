import "server-only";
import { and, arrayOverlaps, eq, not, or, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { isShown } from "@/db/columns";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { compactNumber, isFrenchVat, isSiret } from "@/lib/core/text/registration-numbers";
import { nameKeys } from "./names";
import { placeLabel } from "./place-label";
import { isInSight } from "./queries";

export type SimilarOrganisation = {
  id: string;
  slug: string;
  name: PickedText;
  place: string | null;
  by: "name" | "number";
};

/**
 * Organisations of the club that have one of the names (in any script, without legal form) or the registration number
 * (SIREN, SIRET, French VAT or Unified Social Credit Code as typed); five at most, those by number first. Nothing
 * similar, only the same. Whoever is no active member is told the name of one for members, since they know it, and
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
  return rows
    .map((row): SimilarOrganisation => {
      const { id, slug, siren, uscc } = row;
      const name = pickText(row.name, locale, row.originalLocale);
      const isByNumber = number !== "" && [siren, uscc].includes(number);
      return {
        id,
        slug,
        name: name ?? { text: slug, lang: row.originalLocale, isFallback: true },
        place: row.isInSight && row.place ? placeLabel(row.place, locale) : null,
        by: isByNumber ? "number" : "name",
      };
    })
    .sort((a, b) => Number(b.by === "number") - Number(a.by === "number"))
    .slice(0, 5);
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

function readSame(db: Database, viewer: Viewer | null, isSame: SQL) {
  return db
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
    .from(organisations)
    .where(and(isSame, or(isForMembers, isInSight(viewer))))
    .orderBy(organisations.createdAt, organisations.id)
    .limit(20);
}

/** The number that an organisation is known by: the SIREN within a SIRET or a French VAT number; else as it is. */
function identityOf(typed: string): string {
  const number = compactNumber(typed);
  if (isSiret(number)) return number.slice(0, 9);
  return isFrenchVat(number) ? number.slice(4) : number;
}
