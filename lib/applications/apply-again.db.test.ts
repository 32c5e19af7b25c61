import { and, eq, inArray } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeAccount, makeApplication, makeOrganisation } from "@/db/factories";
import { applications } from "@/db/schema/applications";
import { reapply } from "./access.mutations";
import { findApplicant } from "./access.queries";
import { OPEN_APPLICATION_STATES } from "./policy";

afterAll(closeDatabase);

const openOf = (address: string) => {
  const { id, email, locale, state, organisationId, answers } = applications;
  return query((db) =>
    db
      .select({ id, locale, state, organisationId, answers })
      .from(applications)
      .where(and(eq(email, address), inArray(state, OPEN_APPLICATION_STATES))),
  );
};

const applicantOf = (key: string) => query((db) => findApplicant(db, key));

describe("reapply", () => {
  async function ended(state: "refused" | "withdrawn" | "approved") {
    const email = `${crypto.randomUUID()}@example.org`;
    const answers = { familyName: "Lin", consents: ["charter"] };
    const { id: organisationId } = await transaction((tx) => makeOrganisation(tx));
    const values = { email, state, answers, organisationId };
    const row = await transaction((tx) => makeApplication(tx, values));
    const again = (key = { applicationId: row.id } as { applicationId: string } | null) =>
      transaction((tx) => reapply(tx, key, { applicationId: row.id, locale: "zh" }));
    return { email, id: row.id, organisationId, again };
  }

  test.each(["refused", "withdrawn"] as const)("after it was %s", async (state) => {
    const { email, id, organisationId, again } = await ended(state);
    const { browserKey } = await again();
    const applicant = await applicantOf(browserKey);
    expect(applicant?.applicationId).not.toBe(id);
    expect(await openOf(email)).toMatchObject([
      {
        id: applicant?.applicationId,
        state: "draft",
        locale: "zh",
        answers: { familyName: "Lin" },
        organisationId,
      },
    ]);
    expect((await openOf(email))[0]?.answers).toEqual({ familyName: "Lin" });
  });

  test("takes the answers of what was handed in, not those of a draft given up since", async () => {
    const { email, again } = await ended("refused");
    const givenUp = { email, locale: "fr", state: "withdrawn", answers: {} } as const;
    await query((db) => db.insert(applications).values(givenUp));
    await again();
    expect(await openOf(email)).toMatchObject([{ answers: { familyName: "Lin" } }]);
  });

  test("ten times at once gives one new application", async () => {
    const { email, again } = await ended("refused");
    const keys = await Promise.all(Array.from({ length: 10 }, () => again()));
    expect(await openOf(email)).toHaveLength(1);
    const found = await Promise.all(keys.map(({ browserKey }) => applicantOf(browserKey)));
    expect(new Set(found.map((one) => one?.applicationId)).size).toBe(1);
  });

  test("is refused with a foreign key, after an approval, and when the address has an account", async () => {
    const approved = await ended("approved");
    await expect(approved.again()).rejects.toMatchObject({ code: "moveNotAllowed" });
    const refused = await ended("refused");
    await expect(refused.again({ applicationId: approved.id })).rejects.toMatchObject({
      code: "notFound",
    });
    await expect(refused.again(null)).rejects.toMatchObject({ code: "notFound" });
    await transaction((tx) => makeAccount(tx, { email: refused.email }));
    await expect(refused.again()).rejects.toMatchObject({ code: "alreadyMember" });
    expect(await openOf(refused.email)).toEqual([]);
  });
});
