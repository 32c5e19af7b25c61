import { beforeAll, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { makeMember, makeProject } from "@/db/factories";
import { getClubTotals } from "./queries";

let before: Awaited<ReturnType<typeof getClubTotals>>;

beforeAll(async () => {
  before = await getClubTotals();
  await transaction(async (tx) => {
    const active = await makeMember(tx);
    const suspended = await makeMember(tx, {}, { status: "suspended" });
    await makeProject(tx, active.memberId, { moderation: "published" });
    await makeProject(tx, active.memberId);
    await makeProject(tx, suspended.memberId, { moderation: "published" });
  });
});

test("counts what a visitor may know of: active members and what they published", async () => {
  const after = await getClubTotals();
  expect(after.members - before.members).toBeGreaterThanOrEqual(1);
  expect(after.projects - before.projects).toBeGreaterThanOrEqual(1);
});
