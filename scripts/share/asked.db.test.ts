import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { askForPicture } from "@/lib/share-pictures/asked.queries";

afterAll(() => closeDatabase());

const countWaiting = async () => {
  const [row] = await query((db) =>
    db.execute<{ due: number }>(
      sql`select coalesce(sum(due), 0)::int as due from club_queue_state() where task = 'draw-share-picture'`,
    ),
  );
  return row?.due ?? 0;
};

test("who asks again for a picture waits for the one drawing, and nobody waits for ever", async () => {
  const asked = { to: `/projects/${randomUUID()}`, locale: "fr", version: "0" } as const;
  const before = await countWaiting();
  const [client, start] = [randomUUID(), Date.now()];
  const ask = () => askForPicture(asked, client);
  expect(await Promise.all([ask(), ask(), ask(), ask(), ask(), ask()])).toEqual(
    Array(6).fill(null),
  );
  expect(Date.now() - start).toBeLessThan(10_000);
  expect(await countWaiting()).toBe(before + 1);
});
