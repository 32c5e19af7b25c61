import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "@/db/client";
import { knownBrowsers } from "@/db/schema/accounts";
import { hashToken } from "@/lib/core/auth/tokens";
import { MINUTE_MS } from "@/lib/core/dates";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO, type DemoMember } from "./demo-files";
import { daysAgo } from "./demo-times";

/** When each account that may sign in was here last; the browsers they used are nobody's. */
export async function seedVisits(tx: Transaction, keys: DemoKeys): Promise<void> {
  const people = [...DEMO.accounts, ...DEMO.members].filter(({ status }) => status !== "pending");
  await tx.insert(knownBrowsers).values(
    people.map((person, index) => ({
      accountId: keyOf(keys.accounts, person.slug),
      tokenHash: hashToken(randomBytes(32).toString("base64url")),
      sessionId: randomUUID(),
      seenAt: lastVisit(person, index),
    })),
  );
}

/** The team comes every day, members within two weeks; who was suspended or has left not since. */
function lastVisit(person: (typeof DEMO.accounts)[number] | DemoMember, index: number): Date {
  const { role, status } = person;
  const decidedAt = "decision" in person ? person.decision?.decidedAt : undefined;
  if (decidedAt) return new Date(decidedAt);
  const days = status === "active" ? 1 + ((index * 5) % 13) : 90;
  const day = daysAgo(role === "member" ? days : 1);
  return new Date(day.getTime() + index * 17 * MINUTE_MS);
}
