import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, type Transaction, transaction } from "@/db/client";
import { REQUEST_STATES, type RequestState } from "@/db/enums";
import { isCheckViolation } from "@/db/errors";
import { makeMember, makeOrganisation } from "@/db/factories";
import { affiliationRequests, organisationInvitations } from "@/db/schema/affiliations";
import { REQUEST_MOVES } from "./policy";

afterAll(() => closeDatabase());

type Move = (tx: Transaction, from: RequestState, to: RequestState) => Promise<unknown>;

const moveRequest: Move = async (tx, from, to) => {
  const { memberId } = await makeMember(tx);
  const { id: organisationId } = await makeOrganisation(tx);
  const isThis = eq(affiliationRequests.memberId, memberId);
  await tx
    .insert(affiliationRequests)
    .values({ organisationId, memberId, kind: "join", state: from });
  await tx.update(affiliationRequests).set({ state: to }).where(isThis);
};

const moveInvitation: Move = async (tx, from, to) => {
  const { memberId: invitedBy } = await makeMember(tx);
  const { id: organisationId } = await makeOrganisation(tx);
  const isThis = eq(organisationInvitations.invitedBy, invitedBy);
  await tx.insert(organisationInvitations).values({
    organisationId,
    email: `${randomUUID()}@example.org`,
    locale: "fr",
    invitedBy,
    tokenHash: randomUUID(),
    state: from,
    expiresAt: new Date(),
  });
  await tx.update(organisationInvitations).set({ state: to }).where(isThis);
};

const cells = REQUEST_STATES.flatMap((from) => REQUEST_STATES.map((to) => ({ from, to })));

test.each([
  ["affiliation_requests", moveRequest],
  ["organisation_invitations", moveInvitation],
] as const)("the database and the policy agree on every move of %s", async (table, move) => {
  for (const { from, to } of cells.filter((cell) => cell.from !== cell.to)) {
    const isAllowed = await transaction((tx) => move(tx, from, to)).then(
      () => true,
      (error) => {
        if (isCheckViolation(error, `${table}_state_move`)) return false;
        throw error;
      },
    );
    expect([from, to, isAllowed]).toEqual([from, to, REQUEST_MOVES[from].includes(to)]);
  }
});
