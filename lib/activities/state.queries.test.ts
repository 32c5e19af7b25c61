import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { ACTIVITY_STAGES } from "@/db/enums";
import { makeActivity, makeMember } from "@/db/factories";
import { activities } from "@/db/schema/activities";
import { isEnded, isToConfirm } from "./activity-state";
import { hasEnded, readsToConfirm } from "./state.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

let member: Member;

const CONFIRMED = ["2024-02-29", "2025-11-25", "2025-11-26"];

beforeAll(async () => {
  await transaction(async (tx) => {
    member = await makeMember(tx);
    for (const stage of ACTIVITY_STAGES)
      for (const until of [null, 2025, 2026, 2030])
        for (const confirmedOn of CONFIRMED)
          await makeActivity(tx, member.memberId, { stage, until, confirmedOn });
  });
});

afterAll(closeDatabase);

test.each(["2025-02-28", "2025-03-01", "2026-11-25", "2026-11-26", "2027-01-01"])(
  "on %s the database calls over and to confirm what the pages do",
  async (day) => {
    const { stage, until, confirmedOn, memberId } = activities;
    const columns = { stage, until, confirmedOn, over: hasEnded(day), due: readsToConfirm(day) };
    const rows = await query((db) =>
      db.select(columns).from(activities).where(eq(memberId, member.memberId)),
    );
    expect(rows).toHaveLength(ACTIVITY_STAGES.length * 4 * CONFIRMED.length);
    for (const row of rows) {
      expect(row).toMatchObject({ over: isEnded(row, day), due: isToConfirm(row, day) });
    }
  },
);
