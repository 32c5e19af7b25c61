import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { blockMember, unblockMember } from "@/lib/introductions/blocking.mutations";
import { listEventNames, listEvents } from "./queries";
import { trailFilters } from "./schema";

afterAll(closeDatabase);

test("the trail shows a block to its actor alone, be the other an administrator", async () => {
  const join = () => transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  const [one, other] = [await join(), await join()];
  const { memberId } = other;
  await transaction((tx) => blockMember(tx, one, { memberId }));
  await transaction((tx) => unblockMember(tx, one, { memberId }));
  const shown = async (filters: object) => {
    const read = trailFilters.parse(filters);
    const seen = await Promise.all([one, other].map((who) => listEvents(who, read, "fr")));
    return seen.map(({ entries }) =>
      entries.flatMap(({ name }) => (name.startsWith("member.") ? name : [])),
    );
  };
  const acts = ["member.unblocked", "member.blocked"];
  expect(await shown({ subject: one.accountId })).toEqual([acts, []]);
  expect(await shown({ actor: one.accountId, name: "member.blocked" })).toEqual([
    ["member.blocked"],
    [],
  ]);
  expect((await shown({ subject: memberId })).flat()).toEqual([]);
  const names = await Promise.all([one, other].map(listEventNames));
  expect(names.map((all) => all.includes("member.blocked"))).toEqual([true, false]);
});
