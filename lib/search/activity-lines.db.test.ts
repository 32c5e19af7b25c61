import { and, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { ACTIVITY_STAGES, PAGE_VISIBILITIES, VISIBILITIES } from "@/db/enums";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { consents } from "@/db/schema/consents";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { NO_FILTERS } from "@/lib/activities/activity-filters";
import { listActivities, listActivityTotals } from "@/lib/activities/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { searchLine } from "./search-words";

type Member = Awaited<ReturnType<typeof makeMember>>;

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

const mark = `zl${crypto.randomUUID().slice(0, 8)}`;

const setActivity = (id: string, values: Partial<typeof activities.$inferInsert>) =>
  transaction((tx) => tx.update(activities).set(values).where(eq(activities.id, id)));
const setMember = (id: string, values: Partial<typeof members.$inferInsert>) =>
  transaction((tx) => tx.update(members).set(values).where(eq(members.id, id)));
const setOrganisation = (id: string, values: Partial<typeof organisations.$inferInsert>) =>
  transaction((tx) => tx.update(organisations).set(values).where(eq(organisations.id, id)));
const setStatus = (id: string, status: "active" | "suspended") =>
  transaction((tx) => tx.update(accounts).set({ status }).where(eq(accounts.id, id)));

function leave(accountId: string) {
  const { purpose, withdrawnAt } = consents;
  const isLiving = and(eq(purpose, "members-directory"), isNull(withdrawnAt));
  const living = and(eq(consents.accountId, accountId), isLiving);
  return transaction((tx) => tx.update(consents).set({ withdrawnAt: new Date() }).where(living));
}
const agreed = (accountId: string) =>
  ({ accountId, purpose: "members-directory", textVersion: 1, locale: "fr" }) as const;
const enter = (accountId: string) =>
  transaction((tx) => tx.insert(consents).values(agreed(accountId)).onConflictDoNothing());

let owner: Member;
let house: { id: string };
let activity: { id: string };
let viewers: Record<string, Viewer | null>;

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { searchNames: searchLine([`name${mark}`]) });
    house = await makeOrganisation(tx, {
      searchText: searchLine([`house${mark}`]),
      sortLatin: `house${mark}`,
      visibility: "public",
    });
    activity = await makeActivity(tx, owner.memberId, {
      organisationId: house.id,
      visibility: "public",
      ...{ sectors: ["energy"], cities: ["lhasa"], kind: "licensing", stage: "exploring" },
      searchText: searchLine([mark]),
      searchMembers: searchLine([mark, `partner${mark}`]),
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

/** By which canaries a viewer meets the activity. */
async function met(viewer: Viewer | null): Promise<string> {
  const find = (asked: Partial<typeof NO_FILTERS>) =>
    listActivities(viewer, { ...NO_FILTERS, ...asked }, "fr");
  const { facets, activities: cards } = await find({ q: mark });
  const isFound = async (asked: Partial<typeof NO_FILTERS>) => (await find(asked)).total > 0;
  const ways: [string, boolean][] = [
    ["list", cards.length > 0],
    ["name", await isFound({ q: `name${mark}` })],
    ["house", await isFound({ q: `house${mark}` })],
    ["partner", await isFound({ q: `partner${mark}` })],
    ["filter", await isFound({ q: mark, cities: ["lhasa"], stages: ["exploring"] })],
    ["count", facets.cities.some(({ value, count }) => value === "lhasa" && count === 1)],
  ];
  return ways.flatMap(([way, isMet]) => (isMet ? [way] : [])).join(" ");
}

const OPEN = "list house filter count";
const INNER = "list name house partner filter count";

/** What a visitor, a member, the club team and its owner meet after it; and what brings all back. */
type Change = { met: string[]; to: () => unknown; back: () => unknown };

const changing = (seen: string[], to: () => unknown, back: () => unknown): Change => ({
  met: seen,
  to,
  back,
});
const ofActivity = (seen: string[], values: object, back: object) =>
  changing(
    seen,
    () => setActivity(activity.id, values),
    () => setActivity(activity.id, back),
  );
const ofHouse = (seen: string[], values: object, back: object) =>
  changing(
    seen,
    () => setOrganisation(house.id, values),
    () => setOrganisation(house.id, back),
  );

const NAMELESS = "list house partner filter count";
const HOMELESS = "list name partner filter count";

const CHANGES: Record<string, Change> = {
  "for members": ofActivity(
    ["", INNER, INNER, INNER],
    { visibility: "members" },
    { visibility: "public" },
  ),
  "for the club team": ofActivity(
    ["", "", INNER, INNER],
    { visibility: "team" },
    { visibility: "public" },
  ),
  "for oneself": ofActivity(["", "", "", INNER], { visibility: "self" }, { visibility: "public" }),
  "taken down": ofActivity(["", "", INNER, INNER], { hiddenAt: new Date() }, { hiddenAt: null }),
  "of no organisation": changing(
    ["list filter count", HOMELESS, HOMELESS, HOMELESS],
    () => setActivity(activity.id, { organisationId: null }),
    () => setActivity(activity.id, { organisationId: house.id }),
  ),
  "of somebody suspended": changing(
    ["", "", INNER, OPEN],
    () => setStatus(owner.accountId, "suspended"),
    () => setStatus(owner.accountId, "active"),
  ),
  "of somebody who left the directory": changing(
    [OPEN, NAMELESS, INNER, NAMELESS],
    () => leave(owner.accountId),
    () => enter(owner.accountId),
  ),
  "of somebody taken down": changing(
    [OPEN, NAMELESS, INNER, NAMELESS],
    () => setMember(owner.memberId, { hiddenAt: new Date() }),
    () => setMember(owner.memberId, { hiddenAt: null }),
  ),
  "of somebody who hides where they belong": changing(
    ["list filter count", HOMELESS, HOMELESS, HOMELESS],
    () => setMember(owner.memberId, { visibility: { organisation: "self" } }),
    () => setMember(owner.memberId, { visibility: {} }),
  ),
  "of an organisation for members": ofHouse(
    ["list filter count", INNER, INNER, INNER],
    { visibility: "members" },
    { visibility: "public" },
  ),
  "of an organisation for the club team": ofHouse(
    ["list filter count", HOMELESS, INNER, HOMELESS],
    { visibility: "team" },
    { visibility: "public" },
  ),
  "of an organisation taken down": ofHouse(
    ["list filter count", HOMELESS, INNER, HOMELESS],
    { hiddenAt: new Date() },
    { hiddenAt: null },
  ),
};

async function expectMet([visitor = "", member = "", moderator = "", own = ""]: string[]) {
  const all = { visitor, pending: visitor, member, moderator, owner: own };
  for (const [name, ways] of Object.entries(all)) {
    const isSuspended = name === "owner" && own === OPEN;
    const viewer = viewers[name] ?? null;
    const asked = isSuspended ? { ...owner, status: "suspended" as const } : viewer;
    expect([name, await met(asked)]).toEqual([name, ways]);
  }
}

describe("an activity is found, filtered by and counted by what an audience sees of it", () => {
  test.each(Object.keys(CHANGES))("%s", async (name) => {
    const { met: seen, to, back } = CHANGES[name] as Change;
    await expectMet([OPEN, INNER, INNER, INNER]);
    await to();
    await expectMet(seen);
    await back();
    await expectMet([OPEN, INNER, INNER, INNER]);
  });

  test("one's own for oneself stand among one's totals, in nobody else's", async () => {
    const lhasa = async (viewer: Viewer | null) =>
      (await listActivityTotals(viewer, "fr")).cities.find(({ value }) => value === "lhasa")?.count;
    const before = await lhasa(owner);
    await setActivity(activity.id, { visibility: "self" });
    expect(await lhasa(owner)).toBe(before);
    const { activities: cards } = await listActivities(owner, { ...NO_FILTERS, q: mark }, "fr");
    expect(cards.map(({ isOwn }) => isOwn)).toEqual([true]);
    await setActivity(activity.id, { visibility: "public" });
  });
});

/** Any change that decides on a line. */
async function changeOne(owners: Member[], houses: string[], ids: string[], roll: Roll) {
  const { accountId, memberId } = owners[roll(owners.length)] as Member;
  const [id, houseId] = [ids[roll(ids.length)] as string, houses[roll(houses.length)] as string];
  const chance = () => roll(2) === 0;
  const visibility = PAGE_VISIBILITIES[roll(4)] ?? "self";
  const organisation = VISIBILITIES[roll(5)] ?? "self";
  switch (roll(11)) {
    case 0:
      return setActivity(id, { visibility });
    case 1:
      return setActivity(id, { hiddenAt: chance() ? new Date() : null });
    case 2:
      return setActivity(id, { organisationId: chance() ? houseId : null });
    case 3:
      return setActivity(id, {
        stage: ACTIVITY_STAGES[roll(3)] ?? "exploring",
        since: 2000 + roll(9),
      });
    case 4:
      return setActivity(id, { searchText: ` n${roll(99)} `, searchMembers: ` n${roll(99)} ` });
    case 5:
      return setMember(memberId, { hiddenAt: chance() ? new Date() : null });
    case 6:
      return setMember(memberId, { visibility: { organisation } });
    case 7:
      return setStatus(accountId, chance() ? "active" : "suspended");
    case 8:
      return setOrganisation(houseId, { visibility, sortLatin: `h${roll(99)}` });
    case 9:
      return setOrganisation(houseId, { hiddenAt: chance() ? new Date() : null });
    default:
      return chance() ? leave(accountId) : enter(accountId);
  }
}

test("after 500 changes by eight at once, and what is put together meanwhile, lines and counts are right", async () => {
  const owners: Member[] = [];
  const houses: string[] = [];
  const ids: string[] = [];
  await transaction(async (tx) => {
    for (let n = 0; n < 4; n++) owners.push(await makeMember(tx));
    for (let n = 0; n < 3; n++) houses.push((await makeOrganisation(tx)).id);
  });
  const add = async (roll: Roll) => {
    const { memberId } = owners[roll(owners.length)] as Member;
    const values = { visibility: "public", organisationId: houses[roll(3)] ?? null } as const;
    ids.push((await transaction((tx) => makeActivity(tx, memberId, values))).id);
  };
  const remove = (id = "") =>
    transaction((tx) => tx.delete(activities).where(eq(activities.id, id)));
  for (let n = 0; n < 8; n++) await add(() => n % 3);
  await changeAtOnce(async (roll) => {
    if (roll(9) === 0) return add(roll);
    if (roll(40) === 0 && ids.length > 4) return remove(ids.pop());
    return changeOne(owners, houses, ids, roll);
  });
  expect(await listFaults("activity")).toEqual([]);
  await query((db) => db.execute(sql`select search.tidy()`));
  expect(await listFaults("activity")).toEqual([]);
});
