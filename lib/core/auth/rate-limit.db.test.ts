import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
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
