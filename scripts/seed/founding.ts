import { and, arrayOverlaps, eq, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import {
  type Cooperation,
  cooperations,
  type Institution,
  institutions,
} from "@/db/reference/heritage";
import { isReference } from "@/db/reference/lists";
import { affiliations } from "@/db/schema/affiliations";
import { cooperations as agreements, cooperationParties } from "@/db/schema/cooperations";
import { entryVersions } from "@/db/schema/entry-parts";
import { organisations } from "@/db/schema/organisations";
import { holdTurn } from "@/db/turn";
import { COOPERATION } from "@/lib/cooperations/cooperation";
import { searchColumns } from "@/lib/cooperations/search-text";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { freeSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { contentOf } from "@/lib/entries/content";
import { readStored } from "@/lib/entries/stored-entry";
import { sourcesOf } from "@/lib/heritage/founding-items";
import { buildOrganisationSearch } from "@/lib/organisations/names";

/**
 * What every club begins with: the institutions of Lyon and China as organisations that nobody manages yet, and the
 * agreements between them. Once: a club that ever had them is left alone, whatever was changed since. Gives how many
 * agreements were made.
 */
export async function seedFounding(tx: Transaction): Promise<number> {
  await holdTurn(tx, "seed_founding");
  const { id, fromSeed } = agreements;
  const [known] = await tx.select({ id }).from(agreements).where(eq(fromSeed, true)).limit(1);
  if (known) return 0;
  const keys = new Map<string, string>();
  for (const one of institutions) keys.set(one.slug, await seedInstitution(tx, one));
  for (const one of cooperations) await seedCooperation(tx, one, keys);
  return cooperations.length;
}

/**
 * One that the club knows by its address or name already stays as it is; not one that somebody manages, who would keep
 * its agreements without having been asked about them.
 */
export async function seedInstitution(tx: Transaction, institution: Institution): Promise<string> {
  const { slug, ...values } = institutionValues(institution);
  const isKnown = or(
    eq(organisations.slug, slug),
    arrayOverlaps(organisations.nameKeys, values.nameKeys),
  );
  const [known] = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(isKnown, isUnmanaged))
    .limit(1);
  if (known) return known.id;
  const [made] = await tx
    .insert(organisations)
    .values({
      slug: freeSlug(slug, await takenSlugs(tx, organisations.slug, slug)),
      ...values,
      ...{ visibility: "public", isFromSources: true },
    })
    .returning({ id: organisations.id });
  if (!made) throw new Error("no organisation was made");
  return made.id;
}

/** What its page says of an institution. */
export function institutionValues({ slug, kind, place, name, url, role }: Institution) {
  const description: LocalizedText = role ?? {};
  const country = isReference("cities", place) ? "cn" : "fr";
  const search = buildOrganisationSearch({ name, place, sectors: [] });
  return { slug, kind, country, place, name, description, website: url, ...search } as const;
}

/** Of organisations, those without a manager. */
export const isUnmanaged = sql`not exists (select from ${affiliations}
  where ${affiliations.organisationId} = ${organisations.id} and ${affiliations.role} = 'manager')`;

/** An agreement as an entry. */
export function agreementOf({ sources, ...cooperation }: Cooperation) {
  const { title, text: subject, kind: agreementKind, signed, renewed, status } = cooperation;
  return readStored(COOPERATION, {
    ...{ originalLocale: "fr", title, subject, agreementKind, signed, renewed },
    ...{ sources: sourcesOf(sources), foundingOnly: status === "seed-only" },
  });
}

async function seedCooperation(
  tx: Transaction,
  cooperation: Cooperation,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  const { slug, fromSeed } = cooperation;
  const content = agreementOf(cooperation);
  const now = new Date();
  const { id } = await insertEntry(tx, "cooperation", {
    ...content,
    ...searchColumns(content),
    ...{ slug, fromSeed, moderation: "published", submittedAt: now, publishedAt: now },
  });
  const parties = (side: "lyon" | "china", slugs: readonly string[]) =>
    slugs.map((one) => ({ cooperationId: id, side, organisationId: keys.get(one) ?? one }));
  await tx
    .insert(cooperationParties)
    .values([
      ...parties("lyon", cooperation.lyonPartners),
      ...parties("china", cooperation.chinaPartners),
    ]);
  const version = { entryId: id, number: 1, cause: "published", createdAt: now } as const;
  await tx.insert(entryVersions).values({ ...version, content: contentOf(COOPERATION, content) });
}
