import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { closeDatabase, query, transaction, workAsOwner } from "./client";

afterAll(closeDatabase);

it("a job outlives the four seconds of a page, and works as the owner of the tables", async () => {
  workAsOwner(20_000);
  const role = await transaction(async (tx) => {
    const [row] = await tx.execute<{ role: string }>(sql`select current_user as role`);
    await sleep(4500);
    await tx.execute(sql`select pg_sleep(0)`);
    return row?.role;
  });
  const [found] = await query((db) =>
    db.execute<{ owner: string; limit: string }>(sql`
      select tableowner as owner, current_setting('statement_timeout') as limit
      from pg_tables where schemaname = 'public' and tablename = 'accounts'`),
  );
  expect({ role, limit: found?.limit }).toEqual({ role: found?.owner, limit: "21s" });
}, 15_000);

it("a job known to take longer has a time of its own, and the others keep theirs", async () => {
  workAsOwner(500);
  const work = (deadlineMs?: number) =>
    transaction(async (tx) => {
      await sleep(900);
      await tx.execute(sql`select pg_sleep(0)`);
      return "done";
    }, deadlineMs);
  expect(await work(10_000)).toBe("done");
  await expect(work()).rejects.toThrow("unavailable");
}, 15_000);
