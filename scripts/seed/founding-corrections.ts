import { isDeepStrictEqual } from "node:util";
import { and, eq, inArray, isNotNull, isNull, max, notExists, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type EntryChange, entryColumns, ownTable, updateEntries } from "@/db/entry-rows";
import { cooperations, type Institution, institutions } from "@/db/reference/heritage";
import { cooperationParties } from "@/db/schema/cooperations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { organisations } from "@/db/schema/organisations";
import { holdTurn } from "@/db/turn";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { searchColumns as agreementSearch } from "@/lib/cooperations/search-text";
import { contentOf } from "@/lib/entries/content";
import type { ContentOf, Description } from "@/lib/entries/description";
import type { Noun } from "@/lib/entries/noun";
import { readStored } from "@/lib/entries/stored-entry";
import { foundingItems } from "@/lib/heritage/founding-items";
import { HERITAGE } from "@/lib/heritage/heritage";
import { searchColumns as itemSearch } from "@/lib/heritage/search-text";
import { agreementOf, institutionValues, isUnmanaged, seedInstitution } from "./founding";

/**
 * Brings what was corrected in the reference data since to a club that began with what it said before: to what nobody
 * ever touched, never to what somebody edited, took back, put away or took down. Gives how many entries changed.
 */
export async function correctFounding(tx: Transaction): Promise<number> {
  await holdTurn(tx, "seed_founding");
  const known = institutions.map((institution) => ({
    institution,
    ...institutionValues(institution),
  }));
  await correctInstitutions(tx, known);
  const items = foundingItems().map((item) => {
    const content = readStored(HERITAGE.fields, item);
    return { slug: item.slug, content, derived: itemSearch(content) };
  });
  const agreements = cooperations.map((one) => {
    const content = agreementOf(one);
    return { slug: one.slug, content, derived: agreementSearch(content) };
  });
  const changedItems = await correctEntries(tx, HERITAGE, items);
  const changedAgreements = new Set([
    ...(await correctEntries(tx, COOPERATIONS, agreements)),
    ...(await correctParties(tx, known)),
  ]);
  return changedItems.length + changedAgreements.size;
}

type Known = ReturnType<typeof institutionValues> & { institution: Institution };

type Wanted<N extends Noun> = { slug: string; content: ContentOf<N["fields"]>; derived: object };

async function correctEntries<N extends Noun>(
  tx: Transaction,
  noun: N,
  wanted: readonly Wanted<N>[],
): Promise<string[]> {
  const own = ownTable(noun.kind);
  const rows = await tx
    .select(entryColumns(noun.kind))
    .from(entries)
    .innerJoin(own, eq(own.id, entries.id))
    .where(
      untouched(
        tx,
        noun,
        wanted.map(({ slug }) => slug),
      ),
    )
    .for("no key update", { of: entries });
  const changed: string[] = [];
  for (const { slug, content, derived } of wanted) {
    const row = rows.find((one) => one.slug === slug);
    const known = row && contentOf<Description>(noun.fields, row as never);
    if (!row || isDeepStrictEqual(known, content)) continue;
    const values = { ...content, ...derived, updatedAt: sql`now()` } as EntryChange<N["kind"]>;
    const isAsMade = and(eq(entries.id, row.id as string), eq(entries.version, 1));
    await updateEntries(tx, noun.kind, isAsMade, values);
    await keepNext(tx, row.id as string, content);
    changed.push(slug);
  }
  return changed;
}

/** At its first version, online, without an edit and without a version that a person kept. */
function untouched(tx: Transaction, { kind }: Noun, slugs: readonly string[]) {
  const edits = tx
    .select({ id: entryRevisions.id })
    .from(entryRevisions)
    .where(eq(entryRevisions.entryId, entries.id));
  const kept = tx
    .select({ id: entryVersions.id })
    .from(entryVersions)
    .where(and(eq(entryVersions.entryId, entries.id), isNotNull(entryVersions.authorId)));
  return and(
    ...[eq(entries.entryKind, kind), inArray(entries.slug, [...slugs]), eq(entries.version, 1)],
    ...[eq(entries.moderation, "published"), isNull(entries.ownerId), isNull(entries.hiddenAt)],
    ...[notExists(edits), notExists(kept)],
  );
}

/** What came online stands in the history of what has one. */
async function keepNext(tx: Transaction, entryId: string, content: object): Promise<void> {
  const [last] = await tx
    .select({ number: max(entryVersions.number) })
    .from(entryVersions)
    .where(eq(entryVersions.entryId, entryId));
  if (!last?.number) return;
  const number = last.number + 1;
  await tx.insert(entryVersions).values({ entryId, number, cause: "revised", content });
}

/**
 * Parties that the reference data names no more go, those it names now come; whoever else is a party stays. Gives which
 * agreements changed.
 */
async function correctParties(tx: Transaction, known: readonly Known[]): Promise<string[]> {
  const rows = await tx
    .select({
      ...{ id: entries.id, agreement: entries.slug },
      ...{ party: organisations.id, slug: organisations.slug, keys: organisations.nameKeys },
    })
    .from(entries)
    .innerJoin(cooperationParties, eq(cooperationParties.cooperationId, entries.id))
    .innerJoin(organisations, eq(organisations.id, cooperationParties.organisationId))
    .where(
      untouched(
        tx,
        COOPERATIONS,
        cooperations.map(({ slug }) => slug),
      ),
    );
  const changed: string[] = [];
  for (const { slug: agreement, lyonPartners, chinaPartners } of cooperations) {
    const parties = rows.filter((row) => row.agreement === agreement);
    const [first] = parties;
    if (!first) continue;
    const partyOf = ({ slug, nameKeys }: Known) =>
      parties.find((one) => one.slug === slug || one.keys.some((key) => nameKeys.includes(key)));
    const isNamed = ({ slug }: Known) => [...lyonPartners, ...chinaPartners].includes(slug);
    const gone = known.filter((one) => !isNamed(one)).flatMap((one) => partyOf(one)?.party ?? []);
    const missing = known.filter((one) => isNamed(one) && !partyOf(one));
    if (gone.length + missing.length === 0) continue;
    for (const { institution, slug } of missing) {
      const organisationId = await seedInstitution(tx, institution);
      const side = lyonPartners.includes(slug) ? "lyon" : "china";
      await tx.insert(cooperationParties).values({ cooperationId: first.id, side, organisationId });
    }
    const { cooperationId, organisationId } = cooperationParties;
    await tx
      .delete(cooperationParties)
      .where(and(eq(cooperationId, first.id), inArray(organisationId, gone)));
    await tx.update(entries).set({ updatedAt: sql`now()` }).where(eq(entries.id, first.id));
    changed.push(agreement);
  }
  return changed;
}

/** What the pages of institutions say, while nobody of them has come in and nobody wrote on them. */
async function correctInstitutions(tx: Transaction, known: readonly Known[]): Promise<void> {
  const { id, slug, description, place, isFromSources, version, hiddenAt } = organisations;
  const isAsMade = and(eq(isFromSources, true), eq(version, 1), isNull(hiddenAt), isUnmanaged);
  const rows = await tx
    .select({ id, slug, description, place })
    .from(organisations)
    .where(isAsMade)
    .for("no key update");
  for (const { institution: _, ...said } of known) {
    const row = rows.find((one) => one.slug === said.slug);
    const isSame = isDeepStrictEqual(row?.description, said.description);
    if (!row || (isSame && row.place === said.place)) continue;
    await tx
      .update(organisations)
      .set({ ...said, updatedAt: sql`now()` })
      .where(and(eq(id, row.id), eq(version, 1)));
  }
}
