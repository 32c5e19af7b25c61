import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { organisationInvitations } from "@/db/schema/affiliations";
import { sweep } from "@/lib/core/jobs/sweep";
import { inviteColleague } from "./mutations";

afterAll(closeDatabase);

test("an invited address is forgotten a month after its link ran out, not before", async () => {
  const email = `${randomUUID()}@example.org`;
  await transaction(async (tx) => {
    const manager = await makeMember(tx);
    const { id } = await makeOrganisation(tx, {}, [manager]);
    const input = { organisationId: id, email, locale: "fr", role: "person" } as const;
    await inviteColleague(tx, manager, input);
  });
  const isKept = async (daysAgo: number) => {
    await query((db) =>
      db
        .update(organisationInvitations)
        .set({ expiresAt: sql`now() - make_interval(days => ${daysAgo})` })
        .where(eq(organisationInvitations.email, email)),
    );
    await sweep();
    const rows = await query((db) =>
      db
        .select({ id: organisationInvitations.id })
        .from(organisationInvitations)
        .where(eq(organisationInvitations.email, email)),
    );
    return rows.length === 1;
  };
  expect(await isKept(29)).toBe(true);
  expect(await isKept(31)).toBe(false);
});
