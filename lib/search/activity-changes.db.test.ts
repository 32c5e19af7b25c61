import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "@/db/client";
import { ACTIVITY_STAGES, PAGE_VISIBILITIES, VISIBILITIES } from "@/db/enums";
import { makeActivity, makeMember, makeOrganisation } from "@/db/factories";
import {
  type Act,
  enter,
  leave,
  save,
  saveAgain,
  setActivity,
  setMember,
  setOrganisation,
  setStatus,
} from "@/db/line-changes";
import { changeAtOnce, listFaults, type Roll } from "@/db/line-faults";
import { activities } from "@/db/schema/activities";

type Member = Awaited<ReturnType<typeof makeMember>>;

// Counts are put together by the owner of the tables: the worker.
workAsOwner(20_000);

afterAll(closeDatabase);

let owner: Member;
let other: Member;
let house: { id: string };
let activity: { id: string };

beforeAll(async () => {
  await transaction(async (tx) => {
    owner = await makeMember(tx, { searchNames: " camille " });
    other = await makeMember(tx);
    house = await makeOrganisation(tx, { visibility: "public" });
    const values = { organisationId: house.id, visibility: "public" } as const;
    activity = await makeActivity(tx, owner.memberId, values);
  });
});

/** Each has written before any commits, unless one waits for a row of another's; they commit in their order. */
async function meanwhile(acts: Act[]) {
  let writing = acts.length;
  const wait = (turn: number) => async () => {
    writing -= 1;
    for (let tries = 0; writing > 0 && tries < 100; tries++) await sleep(2);
    await sleep(turn * 50);
  };
  await Promise.all(acts.map((act, turn) => save(act, wait(turn))));
}

describe("two who change at the same time what one line tells of", () => {
  const hide = { hiddenAt: new Date() };
  const pairs: Record<string, () => Act[]> = {
    "a member and an organisation": () => [
      setMember(owner.memberId, hide),
      setOrganisation(house.id, hide),
    ],
    "an activity and its member": () => [
      setActivity(activity.id, { stage: "operating", searchText: ` other ` }),
      setMember(owner.memberId, hide),
    ],
    "an activity that comes and its member": () => [
      (tx) => makeActivity(tx, owner.memberId, { visibility: "public" }),
      setMember(owner.memberId, hide),
    ],
    "an activity that comes and its organisation": () => [
      setOrganisation(house.id, hide),
      (tx) => makeActivity(tx, owner.memberId, { visibility: "public", organisationId: house.id }),
    ],
    "an activity that is moved and its old member's account": () => [
      setActivity(activity.id, { memberId: other.memberId }),
      setStatus(owner.accountId, "suspended"),
    ],
    "a consent and an activity": () => [
      leave(owner.accountId),
      setActivity(activity.id, { since: 2001, organisationId: null }),
    ],
  };

  test.each(Object.keys(pairs))("%s", async (name) => {
    for (const order of ["as written", "the other way round"]) {
      const acts = pairs[name]?.() ?? [];
      await meanwhile(order === "as written" ? acts : acts.reverse());
      expect([order, await listFaults("activity")]).toEqual([order, []]);
      await save(
        setStatus(owner.accountId, "active"),
        enter(owner.accountId),
        setMember(owner.memberId, { hiddenAt: null }),
        setActivity(activity.id, { memberId: owner.memberId, organisationId: house.id }),
        setOrganisation(house.id, { hiddenAt: null }),
      );
      expect([order, await listFaults("activity")]).toEqual([order, []]);
    }
  });
});

test("activities that go to and fro between two members by eight at once: no one is in the other's way", async () => {
  const there = Array.from({ length: 8 }, () =>
    transaction((tx) => makeActivity(tx, owner.memberId, { visibility: "self" })),
  );
  const moves = (await Promise.all(there)).map(async ({ id }, turn) => {
    for (let n = 0; n < 40; n++) {
      const memberId = (n + turn) % 2 ? owner.memberId : other.memberId;
      await save(setActivity(id, { memberId }));
      await save(setMember(memberId, { needs: { fr: `n${n}` } }));
    }
  });
  await Promise.all(moves);
});

/**
 * Any change that decides on a line. Lines of an activity and of its organisation are each made anew with the other: of two who
 * change both at once one may have to wait and try again.
 */
function changeOne(owners: Member[], houses: string[], ids: string[], roll: Roll) {
  const { accountId, memberId } = owners[roll(owners.length)] as Member;
  const [id, houseId] = [ids[roll(ids.length)] as string, houses[roll(houses.length)] as string];
  const chance = () => roll(2) === 0;
  const hiddenAt = chance() ? new Date() : null;
  const visibility = PAGE_VISIBILITIES[roll(4)] ?? "self";
  const organisation = VISIBILITIES[roll(5)] ?? "self";
  const word = ` n${roll(99)} `;
  switch (roll(14)) {
    case 0:
      return saveAgain(setActivity(id, { visibility }));
    case 1:
      return saveAgain(setActivity(id, { hiddenAt }));
    case 2:
      return saveAgain(setActivity(id, { organisationId: chance() ? houseId : null }));
    case 3:
      return saveAgain(setActivity(id, { stage: ACTIVITY_STAGES[roll(3)], since: 2000 + roll(9) }));
    case 4:
      return saveAgain(setActivity(id, { searchText: word, searchMembers: word }));
    case 5:
      return saveAgain(setActivity(id, { memberId }));
    case 6:
      return saveAgain(setMember(memberId, { hiddenAt }));
    case 7:
      return saveAgain(setMember(memberId, { visibility: { organisation } }));
    case 8:
      return saveAgain(setStatus(accountId, chance() ? "active" : "suspended"));
    case 9:
      return saveAgain(setOrganisation(houseId, { visibility, sortLatin: word.trim() }));
    case 10:
      return saveAgain(setOrganisation(houseId, { hiddenAt, searchText: word }));
    case 11:
      return saveAgain(
        setMember(memberId, { hiddenAt, searchNames: word }),
        setOrganisation(houseId, { hiddenAt }),
      );
    case 12:
      return saveAgain(
        setActivity(id, { organisationId: houseId }),
        setActivity(id, { organisationId: null, hiddenAt }),
      );
    default:
      return saveAgain(chance() ? leave(accountId) : enter(accountId));
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
  const remove = (id = "") => saveAgain((tx) => tx.delete(activities).where(eq(activities.id, id)));
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
