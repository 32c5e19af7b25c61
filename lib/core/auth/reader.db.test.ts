import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { secondFactors } from "@/db/schema/second-factors";
import { findReader } from "./reader";

vi.mock("../env", async (original) => {
  const { env } = await original<typeof import("../env")>();
  return { env: () => ({ ...env(), CLUB_DEMO: "0" }) };
});

afterAll(closeDatabase);

test("an account is read as it stands; a role of the team sleeps until there is a second factor", async () => {
  const made = await transaction((tx) => makeMember(tx, {}, { role: "moderator", locale: "zh" }));
  const { accountId, memberId } = made;
  const reader = { accountId, memberId, status: "active", locale: "zh", sessionId: "" };
  expect(await findReader(accountId)).toMatchObject({
    ...reader,
    role: "member",
    sleepingRole: "moderator",
  });
  await query((db) =>
    db
      .insert(secondFactors)
      .values({ accountId, secret: "sealed", lastStep: 1, confirmedAt: sql`now()` }),
  );
  const awake = await findReader(accountId);
  expect(awake).toMatchObject({ ...reader, role: "moderator" });
  expect(awake).not.toHaveProperty("sleepingRole");
  expect(await findReader(memberId)).toBeNull();
});
