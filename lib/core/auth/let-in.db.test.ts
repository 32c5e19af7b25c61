import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { letIn } from "./let-in";
import { LIMITS } from "./rate-limit";

vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));

afterAll(closeDatabase);

test("asking for application links again and again keeps nobody from a code by mail", async () => {
  const email = `${randomUUID()}@example.org`;
  const ask = () => letIn("application", { email }, randomUUID());
  const { applicationFirst, applicationAgain } = LIMITS;
  const asked = await Promise.allSettled(Array.from({ length: 30 }, ask));
  const sent = asked.filter(({ status }) => status === "fulfilled");
  expect(sent).toHaveLength(applicationFirst.free + applicationAgain.free);
  await expect(ask()).rejects.toMatchObject({ code: "tooManyRequests", values: { minutes: 15 } });
  await expect(letIn("mail", { email }, randomUUID())).resolves.toBeUndefined();
});

test("guessing the second factor of one account slows no other", async () => {
  const accountId = randomUUID();
  const guess = () => letIn("factor", { accountId }, randomUUID());
  await Promise.allSettled(Array.from({ length: 30 }, guess));
  await expect(guess()).rejects.toMatchObject({ code: "tooManyRequests" });
  await expect(letIn("factor", { accountId: randomUUID() }, randomUUID())).resolves.toBeUndefined();
});
