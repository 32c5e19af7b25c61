import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { LIMITS, spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { linkLimits } from "./link-limits";

afterAll(closeDatabase);

const address = () => `${crypto.randomUUID()}@example.org`;

async function ask(email: string) {
  for (const limit of linkLimits(email)) await spend(...limit);
}

test("asking for links again and again keeps nobody from signing in by a code", async () => {
  const email = address();
  for (let time = 0; time < LIMITS.applicationLink.points; time++) await ask(email);
  await expect(ask(email)).rejects.toMatchObject({ code: "tooManyRequests" });
  await expect(spend("mailedLink", hashToken(email))).resolves.toBeUndefined();
});

test("an address gets so many links a day", async () => {
  const email = address();
  const aDay = linkLimits(email).find(([limit]) => LIMITS[limit].seconds === 86_400);
  if (!aDay) throw new Error("no limit for a day");
  for (let time = 0; time < LIMITS[aDay[0]].points; time++) await spend(...aDay);
  await expect(ask(email)).rejects.toMatchObject({ code: "askedTooOften" });
});
