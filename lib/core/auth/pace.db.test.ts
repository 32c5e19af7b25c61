import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { forgive, LIMITS, type PaceName, takeTurn } from "./rate-limit";

afterAll(closeDatabase);

const passes = (pace: PaceName, key: string, seconds: number) =>
  query((db) =>
    db
      .update(rateLimits)
      .set({ expire: sql`${rateLimits.expire} - make_interval(secs => ${seconds})` })
      .where(eq(rateLimits.key, `${pace}:${key}`)),
  );

test("the first turns are free, the next are waited for ever longer, and the wait is capped", async () => {
  const key = randomUUID();
  const { free, wait } = LIMITS.passwordFirst;
  for (let time = 0; time < free; time++) expect(await takeTurn("passwordFirst", key)).toBe(0);
  const waited = await takeTurn("passwordFirst", key);
  expect(waited).toBeGreaterThan(wait - 1);
  expect(waited).toBeLessThanOrEqual(wait);
  expect(await takeTurn("passwordFirst", key)).toBeNull();
  await passes("passwordFirst", key, wait / 2);
  expect(await takeTurn("passwordFirst", key)).toBeNull();
  await passes("passwordFirst", key, wait / 2);
  expect(await takeTurn("passwordFirst", key)).not.toBeNull();
});

test("a hundred at once take no more turns than there are, and keys do not share", async () => {
  const key = randomUUID();
  const turns = await Promise.all(Array.from({ length: 100 }, () => takeTurn("factorAgain", key)));
  expect(turns.filter((turn) => turn !== null)).toHaveLength(LIMITS.factorAgain.free);
  expect(await takeTurn("factorAgain", randomUUID())).toBe(0);
  await forgive(["factorAgain", key]);
  expect(await takeTurn("factorAgain", key)).toBe(0);
});

test.each([
  ["passwordFirst", 456],
  ["passwordAgain", 70],
  ["mailFirst", 8],
  ["mailAgain", 6],
  ["resetFirst", 8],
  ["resetAgain", 6],
  ["applicationFirst", 8],
  ["applicationAgain", 6],
  ["factorFirst", 64],
  ["factorAgain", 25],
] as const)("%s gives %i turns an hour at most, however often it is tried", async (pace, most) => {
  const key = randomUUID();
  const { free, every, wait } = LIMITS[pace];
  const step = Math.min(60, every / 2);
  let taken = 0;
  const began = performance.now();
  for (let second = 0; second < 3600; second += step) {
    while ((await takeTurn(pace, key)) !== null) taken++;
    await passes(pace, key, step);
  }
  expect(most).toBe(Math.floor(free + wait / every + 3600 / every));
  // Beside the hour that is made to pass, the test takes its own time, in which turns come too.
  const took = (performance.now() - began) / 1000;
  expect(taken).toBeLessThanOrEqual(Math.floor(free + (wait + 3600 + took) / every));
  expect(taken).toBeGreaterThan(most * 0.9 - 1);
});
