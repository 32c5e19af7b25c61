import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { updateEntries } from "@/db/entry-rows";
import { entries } from "@/db/schema/entries";
import { LOCALES } from "@/lib/core/i18n/locales";
import { foundingItems } from "@/lib/heritage/founding-items";
import { claimOf, listSources } from "@/lib/heritage/heritage-view";
import { findHeritage, listHeritage } from "@/lib/heritage/queries";
import { seedHeritage } from "./founding-heritage";

afterAll(closeDatabase);

const seed = () => transaction(seedHeritage);

test("every club begins with the century; a second start adds nothing and keeps what was corrected", async () => {
  expect(new Set(foundingItems().map(({ slug }) => slug)).size).toBe(foundingItems().length);
  expect(await seed()).toBe(foundingItems().length);
  const title = { fr: "Corrigé par un administrateur" };
  const isLaunch = eq(entries.slug, "club-launch");
  const isClosed = eq(entries.slug, "ifcl-closes");
  await transaction(async (tx) => {
    await updateEntries(tx, "heritage", isLaunch, { title });
    await updateEntries(tx, "heritage", isClosed, { moderation: "withdrawn" });
  });
  expect(await seed()).toBe(0);
  const [launch] = await query((db) =>
    db.select({ title: entries.title }).from(entries).where(isLaunch),
  );
  expect(launch).toEqual({ title });
  expect((await listHeritage()).map(({ slug }) => slug)).not.toContain("ifcl-closes");
});

test("what a club kept before it could be searched is found after the next start", async () => {
  const isLaunch = eq(entries.slug, "club-launch");
  await transaction((tx) => updateEntries(tx, "heritage", isLaunch, { searchPublic: "" }));
  expect(await findHeritage("corrige par 2014")).toEqual([]);
  await seed();
  expect(await findHeritage("corrige par 2014")).toMatchObject([{ slug: "club-launch" }]);
});

test.each(LOCALES)(
  "in %s each item of the founding document is read, with where it stands",
  async (locale) => {
    const expected = foundingItems()
      .filter(({ fromSeed, slug }) => fromSeed && slug !== "ifcl-closes")
      .map(({ slug }) => slug);
    const items = (await listHeritage()).filter(
      ({ fromSeed, slug }) => fromSeed && expected.includes(slug),
    );
    expect(items.map(({ slug }) => slug)).toEqual(expected);
    for (const item of items.filter(({ slug }) => slug !== "club-launch")) {
      expect(claimOf(item, new Map(), locale).lang, item.slug).toBeUndefined();
      for (const { address, opened } of listSources(item, locale)) {
        expect(address).toMatch(/^https?:/);
        expect(opened).toMatch(/2026/);
      }
    }
  },
);
