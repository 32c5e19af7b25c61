import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { PROFILE_TYPES } from "@/db/enums";
import { makeAccount, makeMember, makeProject } from "@/db/factories";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { type ReferenceList, referenceItem, referenceItems } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { consents } from "@/db/schema/consents";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { projects } from "@/db/schema/projects";
import { searchLines } from "@/db/schema/search";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { addDays, today } from "@/lib/core/dates";
import { listPublishedProjects } from "@/lib/projects/listing.queries";
import { readProjectFilters } from "@/lib/projects/project-filters";
import { searchLine } from "./search-words";

type Member = Awaited<ReturnType<typeof makeMember>>;
type Project = Awaited<ReturnType<typeof makeProject>>;

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const mark = `zl${crypto.randomUUID().slice(0, 8)}`;
const yesterday = addDays(today(), -1);

const living = (accountId: string) =>
  and(
    eq(consents.accountId, accountId),
    eq(consents.purpose, "members-directory"),
    isNull(consents.withdrawnAt),
  );
const agreed = (accountId: string) =>
  ({ accountId, purpose: "members-directory", textVersion: 1, locale: "fr" }) as const;

const setEntry = (id: string, values: Partial<typeof entries.$inferInsert>) =>
  query((db) => db.update(entries).set(values).where(eq(entries.id, id)));
/** Whoever takes one over is held before it. */
const handOver = (id: string, ownerId: string) =>
  query((db) =>
    db.transaction(async (tx) => {
      await tx.select({ id: members.id }).from(members).where(eq(members.id, ownerId)).for("share");
      await tx.update(entries).set({ ownerId }).where(eq(entries.id, id));
    }),
  );
/** On through its states, back to where it was after the fourth. */
const move = (id: string) =>
  query((db) =>
    db.execute(sql`
      update entries set moderation = case moderation when 'published' then 'withdrawn' when 'withdrawn' then 'draft'
        when 'draft' then 'submitted' else 'published' end where id = ${id}`),
  );
const setProject = (id: string, values: Partial<typeof projects.$inferInsert>) =>
  query((db) => db.update(projects).set(values).where(eq(projects.id, id)));
const setMember = (id: string, hiddenAt: Date | null) =>
  query((db) => db.update(members).set({ hiddenAt }).where(eq(members.id, id)));
const setStatus = (id: string, status: "active" | "suspended") =>
  query((db) => db.update(accounts).set({ status }).where(eq(accounts.id, id)));
const leave = (accountId: string) =>
  query((db) => db.update(consents).set({ withdrawnAt: new Date() }).where(living(accountId)));
const enter = (accountId: string) =>
  transaction((tx) => tx.insert(consents).values(agreed(accountId)).onConflictDoNothing());

test("what is wider is as the reference lists have it", async () => {
  const compare = async (
    list: "sectors" | "cities",
    parent: "group" | "province",
    of: ReferenceList,
  ) => {
    const slugs = referenceItems(of).map(({ slug }) => slug);
    const rows = await query((db) =>
      db.execute<{ slug: string; wider: string | null }>(sql`
        select slug, search.wider(${list}, slug) from string_to_table(${slugs.join(" ")}, ' ') slug`),
    );
    const listed = slugs.map((slug) => ({
      slug,
      wider: referenceItem(list, slug)?.[parent] ?? null,
    }));
    expect([...rows]).toEqual(listed);
  };
  await compare("sectors", "group", "sectors");
  await compare("sectors", "group", "sectorGroups");
  await compare("cities", "province", "cities");
  await compare("cities", "province", "provinces");
});

let owner: Member;
let other: Member;
let project: Project;
let viewers: Record<string, Viewer | null>;

const inner = searchLine([mark, `open${mark}`, `inside${mark}`]);

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx);
    other = await makeMember(tx);
    project = await makeProject(tx, owner.memberId, {
      moderation: "published",
      ...{ sectors: ["silk-luxury-fashion"], cities: ["huzhou"] },
      ...{ shownSectors: ["textile-fashion"], shownPlaces: ["zhejiang", "china"] },
      searchPublic: searchLine([mark, `open${mark}`]),
      searchMembers: inner,
    });
    viewers = {
      visitor: null,
      pending: await makeMember(tx, {}, { status: "pending" }),
      member: await makeMember(tx),
      moderator: await makeAccount(tx, { role: "moderator" }),
      owner,
    };
  });
});

/** Which of the canaries a viewer meets, by whatever way there is. */
async function met(viewer: Viewer | null): Promise<string[]> {
  const find = (asked: Record<string, string> = {}) =>
    listPublishedProjects(viewer, readProjectFilters({ q: mark, ...asked }));
  const isFound = async (asked: Record<string, string>) => (await find(asked)).total > 0;
  const { facets, cards } = await find();
  const ways: [string, boolean][] = [
    ["listed", cards.length > 0],
    ["by open words", await isFound({ q: `open${mark}` })],
    ["by inner words", await isFound({ q: `inside${mark}` })],
    ["by type", await isFound({ type: "requests" })],
    ["by sector", await isFound({ sector: "silk-luxury-fashion" })],
    ["by group", await isFound({ sector: "textile-fashion" })],
    ["by city", await isFound({ city: "huzhou" })],
    ["by division", await isFound({ city: "zhejiang" })],
  ];
  const counted = [...facets.sectors, ...facets.cities].map(({ slug }) => `counted ${slug}`);
  return [...ways.flatMap(([way, isMet]) => (isMet ? [way] : [])), ...counted].sort();
}

const COARSE = ["by group", "by division", "counted textile-fashion", "counted zhejiang"];
const FINE = ["by sector", "by city", "counted silk-luxury-fashion", "counted huzhou"];
const OPEN = ["listed", "by open words", "by type", ...COARSE].sort();
const UNNAMED = [...OPEN, "by inner words"].sort();
const NAMED = [...UNNAMED, ...FINE].sort();

/** What visitors and members meet after it; and what brings all back. */
type Change = { visitors: string[]; members: string[]; to: () => unknown; back: () => unknown };

const change = (
  [visitors, members]: [string[], string[]],
  to: () => unknown,
  back: () => unknown,
): Change => ({ visitors, members, to, back });

const GONE: [string[], string[]] = [[], []];
const NOT_NAMED: [string[], string[]] = [OPEN, UNNAMED];

const CHANGES: Record<string, Change> = {
  "taken back": change(
    GONE,
    () => move(project.id),
    async () => {
      for (let step = 0; step < 3; step++) await move(project.id);
    },
  ),
  "taken down": change(
    GONE,
    () => setEntry(project.id, { hiddenAt: new Date() }),
    () => setEntry(project.id, { hiddenAt: null }),
  ),
  "past its deadline": change(
    GONE,
    () => setProject(project.id, { deadline: yesterday }),
    () => setProject(project.id, { deadline: today() }),
  ),
  "of somebody suspended": change(
    GONE,
    () => setStatus(owner.accountId, "suspended"),
    () => setStatus(owner.accountId, "active"),
  ),
  "of somebody who left the directory": change(
    NOT_NAMED,
    () => leave(owner.accountId),
    () => enter(owner.accountId),
  ),
  "of somebody taken down": change(
    NOT_NAMED,
    () => setMember(owner.memberId, new Date()),
    () => setMember(owner.memberId, null),
  ),
  "of somebody whom contacts alone know": change(
    NOT_NAMED,
    () => setEntry(project.id, { ownerLevel: "contacts" }),
    () => setEntry(project.id, { ownerLevel: "members" }),
  ),
  "handed to somebody not in the directory": change(
    NOT_NAMED,
    async () => {
      await leave(other.accountId);
      await setEntry(project.id, { ownerId: other.memberId });
    },
    () => setEntry(project.id, { ownerId: owner.memberId }),
  ),
  "with a text for contacts alone": change(
    [OPEN, NAMED.filter((way) => way !== "by inner words")],
    () => setEntry(project.id, { searchMembers: searchLine([mark, `open${mark}`]) }),
    () => setEntry(project.id, { searchMembers: inner }),
  ),
};

async function expectMet(visitors: string[], members: string[]) {
  for (const [name, viewer] of Object.entries(viewers)) {
    const isOutside = ["visitor", "pending"].includes(name);
    expect([name, ...(await met(viewer))]).toEqual([name, ...(isOutside ? visitors : members)]);
  }
}

describe("a project is found, filtered by and counted by what an audience sees of it", () => {
  test.each(Object.keys(CHANGES))("%s", async (name) => {
    const { visitors, members: inside, to, back } = CHANGES[name] as Change;
    await expectMet(OPEN, NAMED);
    await to();
    await expectMet(visitors, inside);
    await back();
    await expectMet(OPEN, NAMED);
  });

  test("at midnight it is gone, before and after the worker comes", async () => {
    const isOfIt = eq(searchLines.subjectId, project.id);
    await query((db) => db.update(searchLines).set({ lastDay: yesterday }).where(isOfIt));
    await expectMet([], []);
    await query((db) => db.execute(sql`select search.tidy()`));
    const lines = await query((db) =>
      db.select({ id: searchLines.subjectId }).from(searchLines).where(isOfIt),
    );
    expect(lines).toEqual([]);
    await setProject(project.id, { deadline: addDays(today(), 1) });
    await expectMet(OPEN, NAMED);
  });
});

const FIELDS = ["agrifood", "energy", "logistics"];
const PLACES = ["wuhan", "hubei", "huzhou"];

/** Any change that decides on a line. */
async function changeOne(owners: Member[], ids: string[], roll: Roll) {
  const { accountId, memberId } = owners[roll(owners.length)] as Member;
  const id = ids[roll(ids.length)] as string;
  const chance = () => roll(2) === 0;
  switch (roll(12)) {
    case 0:
      return setEntry(id, { sectors: FIELDS.slice(roll(3)), shownSectors: FIELDS.slice(roll(3)) });
    case 1:
      return setEntry(id, { cities: PLACES.slice(roll(3)), shownPlaces: PLACES.slice(roll(3)) });
    case 2:
      return move(id);
    case 3:
      return setEntry(id, { hiddenAt: chance() ? new Date() : null });
    case 4:
      return setEntry(id, { ownerLevel: chance() ? "members" : "contacts" });
    case 5:
      return handOver(id, memberId);
    case 6:
      return setEntry(id, { searchPublic: ` n${roll(99)} `, searchMembers: ` n${roll(99)} ` });
    case 7:
      return setProject(id, { deadline: [yesterday, today(), null][roll(3)] });
    case 8:
      return setProject(id, { profileType: PROFILE_TYPES[roll(PROFILE_TYPES.length)] });
    case 9:
      return setMember(memberId, chance() ? new Date() : null);
    case 10:
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
    const values = { moderation: "published", sectors: FIELDS.slice(roll(3)) } as const;
    ids.push((await transaction((tx) => makeProject(tx, memberId, values))).id);
  };
  const remove = (id = "") => query((db) => db.delete(entries).where(eq(entries.id, id)));
  for (let n = 0; n < 8; n++) await add(() => n % 3);
  await changeAtOnce(async (roll) => {
    if (roll(9) === 0) return add(roll);
    if (roll(40) === 0 && ids.length > 4) return remove(ids.pop());
    return changeOne(owners, ids, roll);
  });
  expect(await listFaults("project")).toEqual([]);
  await query((db) => db.execute(sql`select search.tidy()`));
  expect(await listFaults("project")).toEqual([]);
});
