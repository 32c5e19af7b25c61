import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeAccount, makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import {
  type Act,
  enter,
  leave,
  save,
  setActivity,
  setMember,
  setOrganisation,
  setStatus,
} from "@/db/line-changes";
import { NO_FILTERS } from "@/lib/activities/activity-filters";
import { listActivities, listActivityTotals } from "@/lib/activities/queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { searchLine } from "./search-words";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const mark = `zl${crypto.randomUUID().slice(0, 8)}`;

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
type Change = { met: string[]; to: () => Act; back: () => Act };

const changing = (seen: string[], to: () => Act, back: () => Act): Change => ({
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
    await save(to());
    await expectMet(seen);
    await save(back());
    await expectMet([OPEN, INNER, INNER, INNER]);
  });

  test("one's own for oneself stand among one's totals, in nobody else's", async () => {
    const lhasa = async (viewer: Viewer | null) =>
      (await listActivityTotals(viewer, "fr")).cities.find(({ value }) => value === "lhasa")?.count;
    const before = await lhasa(owner);
    await save(setActivity(activity.id, { visibility: "self" }));
    expect(await lhasa(owner)).toBe(before);
    const { activities: cards } = await listActivities(owner, { ...NO_FILTERS, q: mark }, "fr");
    expect(cards.map(({ isOwn }) => isOwn)).toEqual([true]);
    await save(setActivity(activity.id, { visibility: "public" }));
  });
});
