import { and, eq, inArray, like } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, type Transaction, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { cooperations as founding, institutions } from "@/db/reference/heritage";
import { affiliations } from "@/db/schema/affiliations";
import { cooperationParties, cooperations } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import { organisations } from "@/db/schema/organisations";
import { LOCALES } from "@/lib/core/i18n/locales";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { searchPatterns } from "@/lib/search/search-words";
import { seedFounding } from "./founding";

afterAll(closeDatabase);

/** What a test sees of a club that has just begun; nothing of it stays for others. */
async function inNewClub(look: (tx: Transaction) => Promise<void>): Promise<void> {
  const undone = new Error("undone");
  const begun = transaction(async (tx) => {
    expect(await seedFounding(tx)).toBe(founding.length);
    await look(tx);
    throw undone;
  });
  await expect(begun).rejects.toBe(undone);
}

const isOnline = and(eq(entries.entryKind, "cooperation"), eq(entries.moderation, "published"));

test("every agreement of the founding document is found in three languages", () =>
  inNewClub(async (tx) => {
    const told = founding.filter(({ fromSeed }) => fromSeed);
    expect(told.length).toBeGreaterThan(3);
    for (const { slug, title } of told) {
      for (const locale of LOCALES) {
        const patterns = searchPatterns(title[locale]);
        const found = await tx
          .select({ slug: entries.slug, fromSeed: cooperations.fromSeed, title: entries.title })
          .from(entries)
          .innerJoin(cooperations, eq(cooperations.id, entries.id))
          .where(and(isOnline, ...patterns.map((one) => like(entries.searchPublic, one))));
        expect(found).toContainEqual({ slug, fromSeed: true, title });
      }
    }
  }));

test("each of them has parties on both sides and sources with an address and a day", () =>
  inNewClub(async (tx) => {
    const rows = await tx
      .select({ id: entries.id, slug: entries.slug, sources: cooperations.sources })
      .from(entries)
      .innerJoin(cooperations, eq(cooperations.id, entries.id))
      .where(
        inArray(
          entries.slug,
          founding.map(({ slug }) => slug),
        ),
      );
    expect(rows).toHaveLength(12);
    for (const { id, sources } of rows) {
      expect(sources.length).toBeGreaterThan(0);
      for (const { url, opened } of sources) {
        expect(url).toMatch(/^https?:/);
        expect(opened).toMatch(/^2026-11-2[46]$/);
      }
      const sides = await tx
        .selectDistinct({ side: cooperationParties.side })
        .from(cooperationParties)
        .where(eq(cooperationParties.cooperationId, id));
      expect(sides).toHaveLength(2);
    }
  }));

test("institutions are organisations that anybody reads and nobody manages", () =>
  inNewClub(async (tx) => {
    const rows = await tx
      .select({ id: organisations.id, visibility: organisations.visibility })
      .from(organisations)
      .where(eq(organisations.isFromSources, true));
    expect(rows).toHaveLength(institutions.length);
    expect(rows.every(({ visibility }) => visibility === "public")).toBe(true);
    const ids = rows.map(({ id }) => id);
    expect(await tx.$count(affiliations, inArray(affiliations.organisationId, ids))).toBe(0);
  }));

test("once: what an administrator changed since stays", () =>
  inNewClub(async (tx) => {
    const isThis = eq(entries.slug, "lyon-guangzhou");
    await tx
      .update(entries)
      .set({ title: { fr: "Canton" } })
      .where(isThis);
    expect(await seedFounding(tx)).toBe(0);
    const [row] = await tx.select({ title: entries.title }).from(entries).where(isThis);
    expect(row?.title).toEqual({ fr: "Canton" });
  }));

test("an organisation that the club knows by its name is not made again", async () => {
  const undone = new Error("undone");
  const begun = transaction(async (tx) => {
    await tx.insert(organisations).values({
      slug: "em-lyon-of-ours",
      name: { fr: "emlyon business school" },
      nameKeys: ["emlyonbusinessschool"],
      kind: "university-school",
    });
    await seedFounding(tx);
    expect(await tx.$count(organisations, eq(organisations.slug, "emlyon"))).toBe(0);
    throw undone;
  });
  await expect(begun).rejects.toBe(undone);
});

test("an organisation that somebody manages gets no agreement by its name or address", async () => {
  const undone = new Error("undone");
  const begun = transaction(async (tx) => {
    const [named, addressed, free] = institutions;
    if (!named || !addressed || !free) throw new Error("no institution");
    const known = async (given: { slug?: string; name: object }, isManaged = true) => {
      const values = { ...given, place: "lyon-7", sectors: [] };
      const search = buildOrganisationSearch(values);
      const people = isManaged ? [await makeMember(tx)] : [];
      return (await makeOrganisation(tx, { ...values, ...search }, people)).id;
    };
    const managed = [
      await known({ name: named.name }),
      await known({ slug: addressed.slug, name: { fr: "Atelier" } }),
    ];
    const nobodys = await known({ name: free.name }, false);
    await seedFounding(tx);
    const { organisationId } = cooperationParties;
    const parties = await tx.selectDistinct({ organisationId }).from(cooperationParties);
    const ids = parties.map((party) => party.organisationId);
    expect(ids.filter((id) => managed.includes(id))).toEqual([]);
    expect(ids).toContain(nobodys);
    const { slug, isFromSources } = organisations;
    const made = await tx.select({ slug }).from(organisations).where(eq(isFromSources, true));
    expect(made.map((one) => one.slug)).toContain(`${addressed.slug}-2`);
    throw undone;
  });
  await expect(begun).rejects.toBe(undone);
});
