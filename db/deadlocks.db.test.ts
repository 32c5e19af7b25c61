import { eq, sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, type Transaction, transaction } from "./client";
import { DatabaseUnavailable } from "./errors";
import { rateLimits } from "./schema/rate-limits";

afterAll(closeDatabase);

const keyOf = (name: string) => `deadlock-test:${name}:${crypto.randomUUID()}`;
const add = (tx: Transaction, key: string) =>
  tx
    .update(rateLimits)
    .set({ points: sql`${rateLimits.points} + 1` })
    .where(eq(rateLimits.key, key));

/** Settles once so many have come. */
function meeting(size: number) {
  let come = 0;
  let open = () => {};
  const met = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= size) open();
    return met;
  };
}

const fail = (code: string) =>
  sql.raw(`do $$ begin raise exception 'lost' using errcode = '${code}'; end $$`);

describe("a deadlock ends nobody's act", () => {
  test("two transactions that lock in opposite order both stand, each once", async () => {
    const [a, b] = [keyOf("a"), keyOf("b")];
    await query((db) => db.insert(rateLimits).values([a, b].map((key) => ({ key, points: 0 }))));
    const meet = meeting(2);
    let tries = 0;
    const inOrder = (first: string, second: string) =>
      transaction(async (tx) => {
        tries += 1;
        await add(tx, first);
        await meet();
        await add(tx, second);
      });
    await Promise.all([inOrder(a, b), inOrder(b, a)]);
    expect(tries).toBe(3);
    const rows = await query((db) =>
      db
        .select({ points: rateLimits.points })
        .from(rateLimits)
        .where(sql`${rateLimits.key} in (${a}, ${b})`),
    );
    expect(rows).toEqual([{ points: 2 }, { points: 2 }]);
  });

  test.each(["40P01", "40001"])(
    "%s is tried again three times, then told as nothing written",
    async (code) => {
      let tries = 0;
      const lost = transaction(async (tx) => {
        tries += 1;
        await tx.execute(fail(code));
      });
      await expect(lost).rejects.toMatchObject({
        name: "DatabaseUnavailable",
        outcome: "notWritten",
      });
      expect(tries).toBe(4);
    },
  );

  test("tries come to an end at the deadline of the whole act", async () => {
    const begun = performance.now();
    const slow = transaction(async (tx) => {
      await tx.execute(sql`select pg_sleep(1.5)`);
      await tx.execute(fail("40P01"));
    });
    await expect(slow).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(performance.now() - begun).toBeLessThan(5000);
  }, 10_000);

  test("any other refusal is not tried again", async () => {
    let tries = 0;
    const refused = transaction(async (tx) => {
      tries += 1;
      await tx.execute(fail("23514"));
    });
    await expect(refused).rejects.toMatchObject({ code: "23514" });
    expect(tries).toBe(1);
  });
});
