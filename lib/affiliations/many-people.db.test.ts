import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { listPeople } from "./queries";

afterAll(closeDatabase);

test("of very many people the first 200 are listed, managers before all", async () => {
  const { id, manager } = await transaction(async (tx) => {
    const last = await makeMember(tx, { sortLatin: "zzz" });
    const others: Awaited<ReturnType<typeof makeMember>>[] = [];
    for (let turn = 0; turn < 204; turn++) others.push(await makeMember(tx, { sortLatin: "a" }));
    const made = await makeOrganisation(tx, {}, [last, ...others]);
    return { ...made, manager: last };
  });
  const people = await listPeople(manager, id, "fr");
  expect(people).toHaveLength(200);
  expect(people[0]).toMatchObject({ memberId: manager.memberId, role: "manager" });
});
