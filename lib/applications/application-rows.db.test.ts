import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import type { ApplicationState } from "@/db/enums";
import { makeAccount, makeApplication } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { decisions } from "@/db/schema/moderation";

let accountId: string;

beforeAll(async () => {
  ({ accountId } = await transaction((tx) => makeAccount(tx, { role: "moderator" })));
});

afterAll(closeDatabase);

const submitted = { submittedAt: new Date() };

describe("the database refuses a row that contradicts its state", () => {
  type Values = Partial<typeof applications.$inferInsert>;
  const taken = () => ({ takenBy: accountId });

  test.each<[ApplicationState, () => Values, string]>([
    ["draft", () => submitted, "submitted"],
    ["submitted", () => ({}), "submitted"],
    ["under-review", taken, "submitted"],
    ["refused", taken, "submitted"],
    ["draft", taken, "taken"],
    ["submitted", () => ({ ...submitted, ...taken() }), "taken"],
    ["under-review", () => submitted, "taken"],
    ["info-requested", () => submitted, "taken"],
    ["refused", () => submitted, "taken"],
    ["approved", () => ({ ...submitted, ...taken() }), "account"],
    ["refused", () => ({ ...submitted, ...taken(), accountId }), "account"],
    ["withdrawn", () => ({ ...submitted, accountId }), "account"],
  ])("%s, case %#", async (state, values, check) => {
    const row = { email: `${crypto.randomUUID()}@example.org`, locale: "fr", state } as const;
    const insert = query((db) => db.insert(applications).values({ ...row, ...values() }));
    const constraint_name = `applications_${check}_check`;
    await expect(insert).rejects.toMatchObject({ constraint_name });
  });

  test("and takes what was given up in any state", async () => {
    const row = { locale: "fr", state: "withdrawn" } as const;
    const values = [{}, submitted, { ...submitted, ...taken() }].map((one) => ({
      ...row,
      ...one,
      email: `${crypto.randomUUID()}@example.org`,
    }));
    await query((db) => db.insert(applications).values(values));
  });
});

test("an application is decided once for all; questions may be many", async () => {
  const { id: subjectId } = await transaction((tx) => makeApplication(tx));
  const decide = (verdict: "approved" | "refused" | "info-requested") =>
    query((db) =>
      db
        .insert(decisions)
        .values({ subjectType: "application", subjectId, verdict, decidedBy: accountId }),
    );
  await decide("info-requested");
  await decide("info-requested");
  await decide("refused");
  await expect(decide("approved")).rejects.toMatchObject({
    constraint_name: "decisions_application_final_unique",
  });
});
