import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { type EntryChange, updateEntries } from "@/db/entry-rows";
import { makeExperience } from "@/db/experience-factory";
import { makeAccount, makeMember } from "@/db/factories";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { readExperienceFilters } from "@/lib/experiences/experience-filters";
import { listExperiences } from "@/lib/experiences/listing.queries";
import { searchLine } from "./search-words";

type Member = Awaited<ReturnType<typeof makeMember>>;

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const mark = `xl${crypto.randomUUID().slice(0, 8)}`;

const setEntry = (id: string, values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, id)));
/** As every verb does: the entry first, then what is its own. */
const setOwn = (id: string, values: Partial<EntryChange<"experience">>) =>
  transaction((tx) =>
    updateEntries(tx, "experience", eq(entries.id, id), { ...values, updatedAt: sql`now()` }),
  );
const setMember = (id: string, hiddenAt: Date | null) =>
  query((db) => db.update(members).set({ hiddenAt }).where(eq(members.id, id)));
const setStatus = (id: string, status: "active" | "suspended") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, id)));
const living = (accountId: string) =>
  and(
    eq(consents.accountId, accountId),
    eq(consents.purpose, "members-directory"),
    isNull(consents.withdrawnAt),
  );
const leave = (accountId: string) =>
  query((db) => db.update(consents).set({ withdrawnAt: new Date() }).where(living(accountId)));
const enter = (accountId: string) =>
  transaction((tx) =>
    tx
      .insert(consents)
      .values({ accountId, purpose: "members-directory", textVersion: 1, locale: "fr" })
      .onConflictDoNothing(),
  );

let owner: Member;
let id: string;
let viewers: Record<string, Viewer | null>;
const teaser = { fr: "Préparer la sortie." };

beforeAll(() =>
  transaction(async (tx) => {
    owner = await makeMember(tx);
    const made = await makeExperience(tx, owner.memberId, {
      moderation: "published",
      ...{ teaser, topics: ["exit"], outcome: "mixed" },
      ...{ sectors: ["silk-luxury-fashion"], cities: ["huzhou"] },
      ...{ shownSectors: ["textile-fashion"], shownPlaces: ["zhejiang", "china"] },
      searchPublic: searchLine([mark, `open${mark}`]),
      searchMembers: searchLine([mark, `open${mark}`, `inside${mark}`]),
    });
    id = made.id;
    viewers = {
      visitor: null,
      pending: await makeMember(tx, {}, { status: "pending" }),
      member: await makeMember(tx),
      moderator: await makeAccount(tx, { role: "moderator" }),
      owner,
    };
  }),
);

/** By what a viewer meets it, whatever way there is. */
async function met(viewer: Viewer | null): Promise<string[]> {
  const find = (asked: Record<string, string> = {}) =>
    listExperiences(viewer, readExperienceFilters({ q: mark, ...asked }, true));
  const isFound = async (asked: Record<string, string>) => (await find(asked)).total > 0 && asked;
  const { counts, cards } = await find();
  const asked: Record<string, string>[] = [
    { q: `open${mark}` },
    { q: `inside${mark}` },
    { topic: "exit" },
    { city: "huzhou" },
    { city: "zhejiang" },
  ];
  const ways = await Promise.all(asked.map(isFound));
  const counted = [...counts].flatMap(([facet, count]) => (count ? [facet] : []));
  const words = cards.flatMap(({ cities }) => cities);
  return [...ways.flatMap((way) => (way ? Object.values(way) : [])), ...counted, ...words].sort();
}

const list = (...words: string[]) => words.join(" ").split(" ").sort();
const OPEN = `open${mark} exit zhejiang topics:exit cities:zhejiang zhejiang china`;
const UNNAMED = `${OPEN} inside${mark} outcomes:mixed sectors:textile-fashion`;
const NAMED =
  `open${mark} inside${mark} exit huzhou zhejiang topics:exit outcomes:mixed cities:huzhou cities:zhejiang
  sectors:silk-luxury-fashion sectors:textile-fashion huzhou`.replace(/\s+/g, " ");

type Change = { visitors: string; members: string; to: () => unknown; back: () => unknown };

const CHANGES: Record<string, Change> = {
  "taken back": {
    ...{ visitors: "", members: "" },
    to: () => setEntry(id, { moderation: "withdrawn" }),
    async back() {
      for (const moderation of ["draft", "submitted", "published"] as const) {
        await setEntry(id, { moderation });
      }
    },
  },
  "taken down": {
    ...{ visitors: "", members: "" },
    to: () => setEntry(id, { hiddenAt: new Date() }),
    back: () => setEntry(id, { hiddenAt: null }),
  },
  "of somebody suspended": {
    ...{ visitors: "", members: "" },
    to: () => setStatus(owner.accountId, "suspended"),
    back: () => setStatus(owner.accountId, "active"),
  },
  "closed to visitors": {
    ...{ visitors: "", members: NAMED },
    to: () => setEntry(id, { teaser: {} }),
    back: () => setEntry(id, { teaser }),
  },
  "of somebody who left the directory": {
    ...{ visitors: OPEN, members: UNNAMED },
    to: () => leave(owner.accountId),
    back: () => enter(owner.accountId),
  },
  "of somebody taken down": {
    ...{ visitors: OPEN, members: UNNAMED },
    to: () => setMember(owner.memberId, new Date()),
    back: () => setMember(owner.memberId, null),
  },
  "of somebody who is not named": {
    ...{ visitors: OPEN, members: UNNAMED },
    to: () => setEntry(id, { ownerLevel: "contacts" }),
    back: () => setEntry(id, { ownerLevel: "members" }),
  },
};

async function expectMet(visitors: string, inside: string) {
  for (const [name, viewer] of Object.entries(viewers)) {
    const words = ["visitor", "pending"].includes(name) ? visitors : inside;
    expect([name, ...(await met(viewer))]).toEqual([name, ...(words ? list(words) : [])]);
  }
}

describe("an experience is found, filtered by and counted by what an audience sees of it", () => {
  test.each(Object.keys(CHANGES))("%s", async (name) => {
    const { visitors, members: inside, to, back } = CHANGES[name] as Change;
    await expectMet(OPEN, NAMED);
    await to();
    await expectMet(visitors, inside);
    await back();
    await expectMet(OPEN, NAMED);
  });
});

const TOPICS = ["exit", "contracts", "trade-fairs"];
const PLACES = ["wuhan", "hubei", "huzhou"];

/** Any change that decides on a line. */
async function changeOne(owners: Member[], ids: string[], roll: Roll) {
  const { accountId, memberId } = owners[roll(owners.length)] as Member;
  const one = ids[roll(ids.length)] as string;
  const chance = () => roll(2) === 0;
  switch (roll(9)) {
    case 0:
      return setOwn(one, { topics: TOPICS.slice(roll(3)) });
    case 1:
      return setOwn(one, { outcome: chance() ? "mixed" : null });
    case 2:
      return setEntry(one, { cities: PLACES.slice(roll(3)), shownPlaces: PLACES.slice(roll(3)) });
    case 3:
      return setEntry(one, { hiddenAt: chance() ? new Date() : null });
    case 4:
      return setEntry(one, { ownerLevel: chance() ? "members" : "contacts" });
    case 5:
      return setEntry(one, { teaser: chance() ? teaser : {}, searchMembers: ` n${roll(99)} ` });
    case 6:
      return setMember(memberId, chance() ? new Date() : null);
    case 7:
      return setStatus(accountId, chance() ? "active" : "suspended");
    default:
      return chance() ? leave(accountId) : enter(accountId);
  }
}

test("after 500 changes by eight at once, and what is put together meanwhile, lines and counts are right", async () => {
  const owners: Member[] = [];
  const ids: string[] = [];
  await transaction(async (tx) => {
    for (let n = 0; n < 5; n++) owners.push(await makeMember(tx));
  });
  const add = async (roll: Roll) => {
    const { memberId } = owners[roll(owners.length)] as Member;
    const values = { moderation: "published", topics: TOPICS.slice(roll(3)) } as const;
    ids.push((await transaction((tx) => makeExperience(tx, memberId, values))).id);
  };
  const remove = (one = "") => query((db) => db.delete(entries).where(eq(entries.id, one)));
  for (let n = 0; n < 8; n++) await add(() => n % 3);
  await changeAtOnce(async (roll) => {
    if (roll(9) === 0) return add(roll);
    if (roll(40) === 0 && ids.length > 4) return remove(ids.pop());
    return changeOne(owners, ids, roll);
  });
  expect(await listFaults("experience")).toEqual([]);
  await query((db) => db.execute(sql`select search.tidy()`));
  expect(await listFaults("experience")).toEqual([]);
});
