import { and, asc, eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, type Transaction, transaction, workAsOwner } from "@/db/client";
import { updateEntries } from "@/db/entry-rows";
import { makeMember } from "@/db/factories";
import { cooperationParties } from "@/db/schema/cooperations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { entryVersions } from "@/db/schema/entry-parts";
import { heritage } from "@/db/schema/heritage";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { searchPatterns } from "@/lib/search/search-words";
import { seedFounding } from "./founding";
import { correctFounding } from "./founding-corrections";
import { seedHeritage } from "./founding-heritage";

// As the start does, which begins a club in one transaction.
workAsOwner(20_000);

const OLD = { fr: "Ce que disait la version d’avant" };
const unchanged = "Corrigé par un administrateur";

/** What a test sees of a club that began with the version before; nothing of it stays for others. */
async function inOlderClub(look: (tx: Transaction) => Promise<void>): Promise<void> {
  const undone = new Error("undone");
  const begun = transaction(async (tx) => {
    await seedFounding(tx);
    await seedHeritage(tx);
    await correctFounding(tx);
    await look(tx);
    throw undone;
  });
  await expect(begun).rejects.toBe(undone);
}

afterAll(closeDatabase);

const is = (kind: "heritage" | "cooperation", slug: string) =>
  and(eq(entries.entryKind, kind), eq(entries.slug, slug));

const setStory = (tx: Transaction, slug: string, story: object, shared: object = {}) =>
  updateEntries(tx, "heritage", is("heritage", slug), { story, ...shared });

async function storyOf(tx: Transaction, slug: string) {
  const [row] = await tx
    .select({ story: heritage.story, version: entries.version, found: entries.searchPublic })
    .from(entries)
    .innerJoin(heritage, eq(heritage.id, entries.id))
    .where(is("heritage", slug));
  if (!row) throw new Error(slug);
  return row;
}

async function keyOf(tx: Transaction, kind: "heritage" | "cooperation", slug: string) {
  const [row] = await tx.select({ id: entries.id }).from(entries).where(is(kind, slug));
  if (!row) throw new Error(slug);
  return row.id;
}

test("what nobody touched says what the reference data says now, in three languages, and is found by it", () =>
  inOlderClub(async (tx) => {
    await setStory(tx, "ifcl-closes", OLD, { searchPublic: "old" });
    expect(await correctFounding(tx)).toBe(1);
    const { story, version, found } = await storyOf(tx, "ifcl-closes");
    expect(story.zh).toBe("1946年，里昂中法大学最后一次招生，此后陷入停顿。");
    expect(Object.keys(story).sort()).toEqual(["en", "fr", "zh"]);
    expect(version).toBe(1);
    for (const word of searchPatterns("Admissions end")) {
      expect(found).toContain(word.replaceAll("%", ""));
    }
    expect(await correctFounding(tx)).toBe(0);
  }));

test("what was edited, taken back, put away, taken down or is being edited stays", () =>
  inOlderClub(async (tx) => {
    const mine = { fr: unchanged };
    const states: Record<string, object> = {
      "club-launch": { version: 2 },
      "ifcl-closes": { moderation: "withdrawn" },
      aebs: { moderation: "archived" },
      "mission-2015": { hiddenAt: new Date() },
      "mission-2018": {},
      "forum-2019": {},
      "nifc-2016": { ownerId: (await makeMember(tx)).memberId },
    };
    for (const [slug, state] of Object.entries(states)) await setStory(tx, slug, mine, state);
    await tx
      .insert(entryRevisions)
      .values({ entryId: await keyOf(tx, "heritage", "mission-2018"), content: {} });
    const [{ accountId: authorId } = { accountId: null }] = await tx
      .select({ accountId: members.accountId })
      .from(members)
      .where(sql`${members.accountId} is not null`)
      .limit(1);
    const entryId = await keyOf(tx, "heritage", "forum-2019");
    await tx
      .insert(entryVersions)
      .values({ entryId, authorId, number: 1, cause: "published", content: {} });
    expect(await correctFounding(tx)).toBe(0);
    for (const slug of Object.keys(states)) {
      expect((await storyOf(tx, slug)).story, slug).toEqual(mine);
    }
  }));

test("an agreement nobody touched gets its text, its parties and a version in its history", () =>
  inOlderClub(async (tx) => {
    const slug = "smart-urban-cooperation";
    const id = await keyOf(tx, "cooperation", slug);
    await updateEntries(tx, "cooperation", is("cooperation", slug), { subject: OLD });
    const partiesOf = async (cooperationId: string) => {
      const rows = await tx
        .select({ slug: organisations.slug })
        .from(cooperationParties)
        .innerJoin(organisations, eq(organisations.id, cooperationParties.organisationId))
        .where(eq(cooperationParties.cooperationId, cooperationId));
      return rows.map((row) => row.slug).sort();
    };
    const before = await partiesOf(id);
    const [lab] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, "labex-imu"));
    const ours = { side: "lyon", organisationId: lab?.id ?? "" } as const;
    await tx.insert(cooperationParties).values({ cooperationId: id, ...ours });
    const hospitals = await keyOf(tx, "cooperation", "hcl-shanghai");
    await tx
      .update(cooperationParties)
      .set({ organisationId: ours.organisationId })
      .where(
        and(eq(cooperationParties.cooperationId, hospitals), eq(cooperationParties.side, "lyon")),
      );
    expect(await correctFounding(tx)).toBe(2);
    expect(await partiesOf(id)).toEqual(before);
    expect(await partiesOf(hospitals)).toEqual([
      "hospices-civils-de-lyon",
      "shanghai-municipality",
    ]);
    const versions = await tx
      .select({ number: entryVersions.number, cause: entryVersions.cause })
      .from(entryVersions)
      .where(eq(entryVersions.entryId, id))
      .orderBy(asc(entryVersions.number));
    expect(versions).toEqual([
      { number: 1, cause: "published" },
      { number: 2, cause: "revised" },
    ]);
    expect(await correctFounding(tx)).toBe(0);
  }));

test("parties that an administrator settled stay", () =>
  inOlderClub(async (tx) => {
    const id = await keyOf(tx, "cooperation", "hcl-shanghai");
    const isLyon = and(
      eq(cooperationParties.cooperationId, id),
      eq(cooperationParties.side, "lyon"),
    );
    await tx.delete(cooperationParties).where(isLyon);
    await tx.update(entries).set({ version: 2 }).where(eq(entries.id, id));
    expect(await correctFounding(tx)).toBe(0);
    expect(await tx.$count(cooperationParties, isLyon)).toBe(0);
  }));

test("the page of an institution follows while nobody wrote on it", () =>
  inOlderClub(async (tx) => {
    const isLab = eq(organisations.slug, "labex-imu");
    const isSpl = eq(organisations.slug, "spl-lyon-confluence");
    await tx.update(organisations).set({ description: OLD }).where(isLab);
    await tx.update(organisations).set({ description: OLD, version: 2 }).where(isSpl);
    await correctFounding(tx);
    const said = async (which: typeof isLab) =>
      (await tx.select({ it: organisations.description }).from(organisations).where(which))[0]?.it;
    expect((await said(isLab))?.zh).toContain("2025");
    expect(await said(isSpl)).toEqual(OLD);
  }));
