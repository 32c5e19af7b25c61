import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase, query } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { forgive, LIMITS, spend } from "./rate-limit";

afterAll(() => closeDatabase());

const { points } = LIMITS.secondFactor;

test("fifty at once spend no more than there is, and the others are told how long to wait", async () => {
  const key = randomUUID();
  const attempts = Array.from({ length: 50 }, () => spend("secondFactor", key));
  const results = await Promise.allSettled(attempts);
  const refused = results.filter((result) => result.status === "rejected");
  expect(results.length - refused.length).toBe(points);
  expect(refused[0]?.reason).toMatchObject({ code: "tooManyRequests", values: { minutes: 15 } });
});

test("keys do not share, and a forgiven one starts anew", async () => {
  const key = randomUUID();
  for (let time = 0; time < points; time++) await spend("secondFactor", key);
  await expect(spend("secondFactor", key)).rejects.toMatchObject({ code: "tooManyRequests" });
  await spend("secondFactor", randomUUID());
  await forgive(["secondFactor", key]);
  await expect(spend("secondFactor", key)).resolves.toBeUndefined();
});

describe("a limit that is taken ahead", () => {
  const { points, ahead } = LIMITS.directory;
  const spentOf = async (key: string) => {
    const [row] = await query((db) =>
      db
        .select()
        .from(rateLimits)
        .where(eq(rateLimits.key, `directory:${key}`)),
    );
    return row?.points;
  };

  test("asks the database once for several, and gives out as many as any", async () => {
    const key = randomUUID();
    expect(points % ahead).toBe(0);
    for (let time = 0; time < ahead; time++) await spend("directory", key);
    expect(await spentOf(key)).toBe(ahead);
    await spend("directory", key);
    expect(await spentOf(key)).toBe(2 * ahead);
    for (let time = ahead + 1; time < points; time++) await spend("directory", key);
    await expect(spend("directory", key)).rejects.toMatchObject({ code: "tooManyRequests" });
  });

  test("another instance's share counts, and what is left lasts no longer than its window", async () => {
    const key = randomUUID();
    await spend("directory", key);
    await query((db) =>
      db
        .update(rateLimits)
        .set({ points })
        .where(eq(rateLimits.key, `directory:${key}`)),
    );
    for (let time = 1; time < ahead; time++) await spend("directory", key);
    await expect(spend("directory", key)).rejects.toMatchObject({ code: "tooManyRequests" });
    const other = randomUUID();
    await spend("directory", other);
    vi.setSystemTime(Date.now() + LIMITS.directory.seconds * 1000 + 1);
    await spend("directory", other);
    vi.useRealTimers();
    expect(await spentOf(other)).toBe(ahead);
  });

  test("at once, exactly as many are given as there are", async () => {
    const key = randomUUID();
    const results = await Promise.allSettled(
      Array.from({ length: points + 50 }, () => spend("directory", key)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(points);
  });

  test("whoever was refused once is not let through a moment later", async () => {
    const key = randomUUID();
    // Seven are no multiple of what is taken ahead: the last ten ask while some is left and some is not.
    for (let time = 0; time < 7; time++) await spend("directory", key);
    for (let refused = false; !refused; ) {
      const results = await Promise.allSettled(
        Array.from({ length: 10 }, () => spend("directory", key)),
      );
      refused = results.some(({ status }) => status === "rejected");
    }
    await expect(spend("directory", key)).rejects.toMatchObject({ code: "tooManyRequests" });
  });
});
