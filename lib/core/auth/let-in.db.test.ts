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

test("an IPv6 line that is many clients has the first tries of one", async () => {
  const email = `${randomUUID()}@example.org`;
  const { mailFirst, mailAgain } = LIMITS;
  const asked = await Promise.allSettled(
    Array.from({ length: 30 }, (_, at) => letIn("mail", { email }, `2001:db8:5:${at}::/64`)),
  );
  const sent = asked.filter(({ status }) => status === "fulfilled");
  expect(sent).toHaveLength(LIMITS.firstTries.points + mailAgain.free);
  expect(mailFirst.free).toBeGreaterThan(LIMITS.firstTries.points);
  await expect(letIn("mail", { email }, "2001:db8:6:0::/64")).resolves.toBeUndefined();
});

test("asking for codes again and again keeps nobody from choosing a password anew", async () => {
  const email = `${randomUUID()}@example.org`;
  await Promise.allSettled(
    Array.from({ length: 30 }, () => letIn("mail", { email }, randomUUID())),
  );
  const { resetFirst, resetAgain } = LIMITS;
  const asked = await Promise.allSettled(
    Array.from({ length: 30 }, () => letIn("reset", { email }, randomUUID())),
  );
  const sent = asked.filter(({ status }) => status === "fulfilled");
  expect(sent).toHaveLength(resetFirst.free + resetAgain.free);
});
