import { afterAll, expect, test } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { findSaying } from "@/lib/directory/crowd.queries";
import { findShownSectors } from "./shown.queries";

afterAll(closeDatabase);

const SECTOR = "wood-forest";

test("the crowd around an unnamed sender does not count the owner who reads it", async () => {
  await transaction(async (tx) => {
    const make = () => makeMember(tx, { sectors: [SECTOR], cities: [] });
    const sender = await make();
    const isCrowd = async () =>
      (await findSaying(tx, { sectors: [SECTOR], cities: [] })).said.sectors.includes(SECTOR);
    while (!(await isCrowd())) await make();
    // One of the crowd may be the owner, who knows that it is not themselves.
    expect(await findShownSectors(tx, sender.memberId)).not.toContain(SECTOR);
    await make();
    expect(await findShownSectors(tx, sender.memberId)).toEqual([SECTOR]);
  });
});
