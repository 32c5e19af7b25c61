import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { listPeople } from "./queries";

afterAll(closeDatabase);

test("of very many people the first 200 are listed, managers before all", async () => {
  // Each member in a transaction of their own: all of them in one took longer than its four seconds on a busy machine.
  const make = (sortLatin: string) => transaction((tx) => makeMember(tx, { sortLatin }));
  const manager = await make("zzz");
  const others: Awaited<ReturnType<typeof make>>[] = [];
  for (let turn = 0; turn < 204; turn++) others.push(await make("a"));
  const { id } = await transaction((tx) => makeOrganisation(tx, {}, [manager, ...others]));
  const people = await listPeople(manager, id, "fr");
  expect(people).toHaveLength(200);
  expect(people[0]).toMatchObject({ memberId: manager.memberId, role: "manager" });
});
