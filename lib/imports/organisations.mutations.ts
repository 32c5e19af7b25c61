import "server-only";
import { arrayOverlaps } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { freeSlug } from "@/lib/core/text/slug";
import { takenSlugsOfAll } from "@/lib/core/text/taken-slugs";
import { buildOrganisationSearch, nameKeys } from "@/lib/organisations/names";
import { slugOfName } from "@/lib/organisations/organisation-slug";
import { defaultVisibility } from "@/lib/organisations/policy";
import type { Bringer } from "./bringer";
import { canBringIn } from "./policy";

type Named = { name: LocalizedText; locale: Locale };

/** The one that each name means: `find` gives its key and what its people are found by, null for no name. */
export type BroughtOrganisations = {
  find: (name: LocalizedText) => Found | null;
  /** Those that the club did not know. */
  made: string[];
};

type Found = { id: string; name: LocalizedText; visibility: OrganisationRow["visibility"] };
type OrganisationRow = typeof organisations.$inferSelect;

/** The kind that most members' organisations are of; whoever manages its page says better. */
const KIND = "sme";
const AT_ONCE = 500;

/**
 * Finds the organisations of a file by their names (`nameKeys`), the oldest of several, and makes those that the club
 * does not know, for members to see and without anybody who manages them.
 */
export async function bringOrganisations(
  tx: Transaction,
  viewer: Bringer,
  named: readonly Named[],
): Promise<BroughtOrganisations> {
  authorize(canBringIn(viewer));
  const wanted = named.map((one) => ({ ...one, keys: keysOf(one.name) }));
  const byKey = await readByKey(
    tx,
    wanted.flatMap(({ keys }) => keys),
  );
  const find = (name: LocalizedText) =>
    keysOf(name).flatMap((key) => byKey.get(key) ?? [])[0] ?? null;
  const rows = [];
  const bases = wanted.map(({ name }) => slugOfName(name));
  const taken = await takenSlugsOfAll(tx, organisations.slug, bases);
  for (const { name, locale, keys } of wanted) {
    if (keys.length === 0 || find(name)) continue;
    const slug = freeSlug(slugOfName(name), taken, ["new"]);
    taken.add(slug);
    const row = { ...organisationRow(name, locale), id: crypto.randomUUID(), slug };
    rows.push(row);
    for (const key of keys) byKey.set(key, row);
  }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.insert(organisations).values(rows.slice(from, from + AT_ONCE));
  }
  for (const { id, slug } of rows) {
    const data = { organisation: slug };
    const subject = { subjectType: "organisation", subjectId: id } as const;
    await record(tx, viewer, { name: "organisation.created", ...subject, data });
  }
  return { find, made: rows.map(({ id }) => id) };
}

const keysOf = (name: LocalizedText) => nameKeys(LOCALES.flatMap((locale) => name[locale] ?? []));

function organisationRow(name: LocalizedText, locale: Locale) {
  const isChinese = name.zh !== undefined && !name.fr && !name.en;
  const content = { name, kind: KIND, sectors: [], place: null };
  return {
    ...content,
    ...buildOrganisationSearch(content),
    country: isChinese ? ("cn" as const) : ("fr" as const),
    originalLocale: name[locale] ? locale : (LOCALES.find((one) => name[one]) ?? locale),
    visibility: defaultVisibility(KIND),
  };
}

async function readByKey(tx: Transaction, keys: readonly string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  if (keys.length === 0) return found;
  const rows = await tx
    .select({
      id: organisations.id,
      name: organisations.name,
      visibility: organisations.visibility,
      nameKeys: organisations.nameKeys,
    })
    .from(organisations)
    .where(arrayOverlaps(organisations.nameKeys, [...new Set(keys)]))
    .orderBy(organisations.createdAt, organisations.id);
  for (const { nameKeys: own, ...row } of rows) {
    for (const key of own) if (!found.has(key)) found.set(key, row);
  }
  return found;
}
