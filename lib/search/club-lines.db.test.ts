import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction, workAsOwner } from "@/db/client";
import { makeCooperation } from "@/db/cooperation-factory";
import { type EntryChange, updateEntries } from "@/db/entry-rows";
import { PAGE_VISIBILITIES } from "@/db/enums";
import { makeAccount, makeMember, makeOrganisation } from "@/db/factories";
import { makeHeritage } from "@/db/heritage-factory";
import { type Act, save, setOrganisation } from "@/db/line-changes";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { cooperationParties } from "@/db/schema/cooperations";
import { entries } from "@/db/schema/entries";
import { organisations } from "@/db/schema/organisations";
import { NO_FILTERS } from "@/lib/cooperations/cooperation-filters";
import { listCooperations } from "@/lib/cooperations/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { findHeritage } from "@/lib/heritage/queries";
import { buildOrganisationSearch } from "@/lib/organisations/names";
import { searchLine } from "./search-words";

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const mark = `cl${crypto.randomUUID().slice(0, 8)}`;
const NAME = { fr: `Université ${mark}`, zh: "银杏大学" };

const setEntry =
  (id: string, values: Partial<typeof entries.$inferInsert>): Act =>
  (tx) =>
    tx.update(entries).set(values).where(eq(entries.id, id));
const setOwn =
  (id: string, values: Partial<EntryChange<"cooperation">>): Act =>
  (tx) =>
    updateEntries(tx, "cooperation", eq(entries.id, id), { ...values, updatedAt: sql`now()` });
const setPlace =
  (id: string, values: { place?: string; slug?: string }): Act =>
  (tx) =>
    tx.update(organisations).set(values).where(eq(organisations.id, id));

let id: string;
let slug: string;
let houses: { id: string; slug: string }[];
let viewers: Record<string, Viewer | null>;

beforeAll(() =>
  transaction(async (tx) => {
    const lyon = await makeOrganisation(tx, { visibility: "public", place: "lyon" });
    const china = await makeOrganisation(tx, {
      ...{ visibility: "public", country: "cn", place: "hohhot", name: NAME },
      ...buildOrganisationSearch({ name: NAME, place: "hohhot", sectors: [] }),
    });
    houses = [lyon, china];
    const made = await makeCooperation(tx, [lyon.id, china.id], {
      moderation: "published",
      searchPublic: searchLine([`accord${mark}`]),
      searchMembers: searchLine([`accord${mark}`]),
    });
    ({ id, slug } = made);
    viewers = {
      visitor: null,
      suspended: await makeMember(tx, {}, { status: "suspended" }),
      member: await makeMember(tx),
      moderator: await makeMember(tx, {}, { role: "moderator" }),
      administrator: (await makeAccount(tx, { role: "administrator" })) as Viewer,
    };
  }),
);

/** By what a viewer finds it. */
async function ways(viewer: Viewer | null): Promise<string[]> {
  const asked: Record<string, Partial<typeof NO_FILTERS>> = {
    title: { q: `accord${mark}` },
    "party's name": { q: mark },
    "party's Chinese name": { q: "銀杏大学" },
    "party's place typed": { q: `accord${mark} huhehaote` },
    party: { party: houses[1]?.slug ?? "" },
    city: { city: "hohhot", q: `accord${mark}` },
  };
  const found = await Promise.all(
    Object.entries(asked).map(async ([way, by]) => {
      const { lines } = await listCooperations(viewer, { ...NO_FILTERS, ...by });
      return lines.some((line) => line.slug === slug) ? [way] : [];
    }),
  );
  return found.flat();
}

const ALL = [
  "title",
  "party's name",
  "party's Chinese name",
  "party's place typed",
  "party",
  "city",
];
const CLOSED = ["title"];
const STAFF = ["moderator", "administrator"];
const EVERYBODY = ["visitor", "suspended", "member", ...STAFF];

describe("an agreement is found by its parties, as far as the reader may know them", () => {
  const cases: Record<string, [Parameters<typeof setOrganisation>[1], readonly string[]]> = {
    "a public one": [{ visibility: "public" }, EVERYBODY],
    "one for members": [{ visibility: "members" }, ["member", ...STAFF]],
    "one for the club team": [{ visibility: "team" }, STAFF],
    "its own people's": [{ visibility: "self" }, ["administrator"]],
    "one taken down": [{ hiddenAt: new Date() }, STAFF],
  };

  test.each(Object.entries(cases))("%s", async (_name, [values, readers]) => {
    const party = houses[1]?.id ?? "";
    await save(setOrganisation(party, values));
    for (const [name, viewer] of Object.entries(viewers)) {
      expect([name, await ways(viewer)]).toEqual([name, readers.includes(name) ? ALL : CLOSED]);
    }
    expect(await listFaults("cooperation")).toEqual([]);
    await save(setOrganisation(party, { visibility: "public", hiddenAt: null }));
  });
});

test("a party that goes, comes or is called otherwise is found so at once", async () => {
  const [, { id: china = "" } = {}] = houses;
  const isParty = and(
    eq(cooperationParties.cooperationId, id),
    eq(cooperationParties.organisationId, china),
  );
  await save((tx: Transaction) => tx.delete(cooperationParties).where(isParty));
  expect(await ways(null)).toEqual(CLOSED);
  const party = { cooperationId: id, organisationId: china, side: "china" } as const;
  await save((tx: Transaction) => tx.insert(cooperationParties).values(party));
  expect(await ways(null)).toEqual(ALL);
  await save(setPlace(china, { place: "baotou", slug: `other-${mark}` }));
  expect(await ways(null)).not.toContain("city");
  expect(await ways(null)).not.toContain("party");
  await save(setPlace(china, { place: "hohhot", slug: houses[1]?.slug ?? "" }));
  expect(await listFaults("cooperation")).toEqual([]);
});

test("one that ended yesterday is listed so once the worker has been by", async () => {
  const state = async () => {
    const found = async (one: "running" | "ended") =>
      (await listCooperations(null, { ...NO_FILTERS, q: `accord${mark}`, state: one })).total;
    return [await found("running"), await found("ended")];
  };
  expect(await state()).toEqual([1, 0]);
  await save(setOwn(id, { ends: addDays(today(), -1) }));
  expect(await state()).toEqual([0, 1]);
  // As if it had ended since it was last written.
  await query((db) =>
    db.execute(sql`update search_lines set facets = array_replace(facets, 'states:ended', 'states:running')
      where subject_id = ${id}`),
  );
  expect(await state()).toEqual([1, 0]);
  await query((db) => db.execute(sql`select search.renew()`));
  expect(await state()).toEqual([0, 1]);
  await save(setOwn(id, { ends: null }));
});

test("an item of the century is found by its words in each language and by its year, while it is online", async () => {
  const { id: item, slug: address } = await transaction((tx) =>
    makeHeritage(tx, {
      moderation: "published",
      searchPublic: searchLine([`siecle${mark}`, "万国银杏", "1921"]),
    }),
  );
  const found = async (q: string) => (await findHeritage(q)).map((one) => one.slug);
  expect(await found(`siecle${mark} 1921`)).toEqual([address]);
  expect(await found("萬國銀杏")).toContain(address);
  expect(await found("%")).toEqual([]);
  await save(setEntry(item, { hiddenAt: new Date() }));
  expect(await found(`siecle${mark}`)).toEqual([]);
  await save(setEntry(item, { hiddenAt: null, searchPublic: searchLine([`autre${mark}`]) }));
  expect(await found(`siecle${mark}`)).toEqual([]);
  expect(await found(`autre${mark}`)).toEqual([address]);
  await save(setEntry(item, { moderation: "withdrawn" }));
  expect(await found(`autre${mark}`)).toEqual([]);
  expect(await listFaults("heritage")).toEqual([]);
});

/** Any change that decides on a line. */
function changeOne(ids: string[], parties: string[], roll: Roll) {
  const [one = "", party = ""] = [ids[roll(ids.length)], parties[roll(parties.length)]];
  const hiddenAt = roll(2) === 0 ? new Date() : null;
  const word = ` n${roll(99)} `;
  switch (roll(6)) {
    case 0:
      return save(setEntry(one, { hiddenAt }));
    case 1:
      return save(setEntry(one, { searchPublic: word, searchMembers: word }));
    case 2:
      return save(setOwn(one, { signed: `${1988 + roll(30)}`, agreementKind: "training" }));
    case 3:
      return save(setOrganisation(party, { visibility: PAGE_VISIBILITIES[roll(4)] ?? "self" }));
    case 4:
      return save(setOrganisation(party, { hiddenAt, searchText: word }));
    default:
      return save(setPlace(party, { place: roll(2) === 0 ? "lyon" : "villeurbanne" }));
  }
}

test("lines and counts are right after 500 changes by eight at once", async () => {
  const [ids, parties] = await transaction(async (tx) => {
    const some = await Promise.all(Array.from({ length: 6 }, () => makeOrganisation(tx)));
    const keys = some.map((house) => house.id);
    const made: string[] = [];
    for (let n = 0; n < 12; n++) {
      const pair = [keys[n % 3], keys[3 + (n % 3)]] as string[];
      made.push((await makeCooperation(tx, pair, { moderation: "published" })).id);
    }
    return [made, keys];
  });
  await changeAtOnce((roll) => changeOne(ids, parties, roll));
  expect(await listFaults("cooperation")).toEqual([]);
  expect(await listFaults("activity")).toEqual([]);
}, 120_000);
