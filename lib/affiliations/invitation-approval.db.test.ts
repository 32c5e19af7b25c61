import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { affiliations, organisationInvitations } from "@/db/schema/affiliations";
import { acceptInvitationOnApproval, inviteColleague } from "./invitations.mutations";

type Member = Awaited<ReturnType<typeof makeMember>>;

let manager: Member;

beforeAll(async () => {
  manager = await member();
});

afterAll(closeDatabase);

const member = (account: Parameters<typeof makeMember>[2] = {}) =>
  transaction((tx) => makeMember(tx, {}, account));

const organisation = () =>
  transaction(async (tx) => {
    const { id } = await makeOrganisation(tx);
    const place = { memberId: manager.memberId, organisationId: id, role: "manager" } as const;
    await tx.insert(affiliations).values({ ...place, isMain: false });
    return id;
  });

const invite = (organisationId: string, email: string, role: "person" | "manager" = "person") =>
  transaction((tx) => inviteColleague(tx, manager, { organisationId, email, locale: "fr", role }));

const expire = (email: string) =>
  query((db) =>
    db
      .update(organisationInvitations)
      .set({ expiresAt: sql`now() - interval '1 minute'` })
      .where(eq(organisationInvitations.email, email)),
  );

async function roleOf(who: Member, organisationId: string): Promise<string | undefined> {
  const { memberId, role } = affiliations;
  const isHere = eq(affiliations.organisationId, organisationId);
  const [row] = await query((db) =>
    db
      .select({ role })
      .from(affiliations)
      .where(and(eq(memberId, who.memberId), isHere)),
  );
  return row?.role;
}

test("the new member joins what waits for their address, and only the club team says so", async () => {
  const moderator = await member({ role: "moderator" });
  const [first, second, old] = [await organisation(), await organisation(), await organisation()];
  const email = `guest-${randomUUID()}@example.org`;
  await invite(old, email);
  await expire(email);
  await invite(first, email, "manager");
  await invite(second, email);
  const guest = await member({ email });
  const input = { email, memberId: guest.memberId };
  const run = (who: Member, more = {}) =>
    transaction((tx) => acceptInvitationOnApproval(tx, who, { ...input, ...more }));
  await expect(run(manager)).rejects.toMatchObject({ code: "notFound" });
  expect(await run(moderator, { organisationId: second })).toEqual([second]);
  expect(await roleOf(guest, first)).toBeUndefined();
  expect(await run(moderator)).toEqual([first]);
  expect(await roleOf(guest, first)).toBe("manager");
  expect(await roleOf(guest, old)).toBeUndefined();
  expect(await run(moderator)).toEqual([]);
});
