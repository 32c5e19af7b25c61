import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { eventsOn } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliations, organisationInvitations } from "@/db/schema/affiliations";
import { hashToken } from "@/lib/core/auth/tokens";
import {
  acceptInvitation,
  acceptInvitationOnApproval,
  declineInvitation,
  inviteColleague,
} from "./invitations.mutations";
import { listOpenInvitations } from "./invitations.queries";
import { findInvitation } from "./queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

/** An organisation with two managers, one of whom has invited somebody to manage it too. */
async function world() {
  const email = `guest-${randomUUID()}@example.org`;
  const token = randomUUID();
  const rows = await transaction(async (tx) => {
    const inviter = await makeMember(tx);
    const other = await makeMember(tx);
    const guest = await makeMember(tx, {}, { email });
    const moderator = await makeMember(tx, {}, { role: "moderator" });
    const { id } = await makeOrganisation(tx, {}, [inviter, other]);
    await tx
      .update(affiliations)
      .set({ role: "manager" })
      .where(eq(affiliations.organisationId, id));
    const expiresAt = new Date(Date.now() + 86_400_000);
    await tx.insert(organisationInvitations).values({
      organisationId: id,
      email,
      locale: "fr",
      role: "manager",
      invitedBy: inviter.memberId,
      tokenHash: hashToken(token),
      expiresAt,
    });
    return { inviter, other, guest, moderator, id };
  });
  return { ...rows, email, token };
}

const placeOf = ({ memberId }: Member, organisationId: string) =>
  and(eq(affiliations.memberId, memberId), eq(affiliations.organisationId, organisationId));

/** What ends an inviter's rights. */
const ENDS: Record<string, (inviter: Member, organisationId: string) => Promise<unknown>> = {
  suspended: ({ accountId }) =>
    query((db) =>
      db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
    ),
  "gone from it": (inviter, id) =>
    query((db) => db.delete(affiliations).where(placeOf(inviter, id))),
  "only a person of it": (inviter, id) =>
    query((db) => db.update(affiliations).set({ role: "person" }).where(placeOf(inviter, id))),
};

describe.each(Object.entries(ENDS))("whoever invited is %s", (_what, end) => {
  test("their link reads as expired and gives no place, by no way", async () => {
    const { inviter, other, guest, moderator, id, email, token } = await world();
    expect(await listOpenInvitations(other, id)).toHaveLength(1);
    expect(await findInvitation(token)).not.toBeNull();
    await end(inviter, id);
    expect(await findInvitation(token)).toBeNull();
    expect(await listOpenInvitations(other, id)).toEqual([]);
    const accept = transaction((tx) => acceptInvitation(tx, guest, { token }));
    await expect(accept).rejects.toMatchObject({ code: "linkExpired" });
    const decline = transaction((tx) => declineInvitation(tx, guest, { token }));
    await expect(decline).rejects.toMatchObject({ code: "linkExpired" });
    const approved = { email, memberId: guest.memberId };
    const joined = await transaction((tx) => acceptInvitationOnApproval(tx, moderator, approved));
    expect(joined).toEqual([]);
    const place = await query((db) =>
      db.select({ role: affiliations.role }).from(affiliations).where(placeOf(guest, id)),
    );
    expect(place).toEqual([]);
  });

  test("the place is free for another manager's invitation", async () => {
    const { inviter, other, id, email } = await world();
    const invite = () =>
      transaction((tx) =>
        inviteColleague(tx, other, { organisationId: id, email, locale: "fr", role: "person" }),
      );
    await expect(invite()).rejects.toMatchObject({ code: "alreadyInvited" });
    await end(inviter, id);
    await invite();
    expect(await listOpenInvitations(other, id)).toMatchObject([{ email, role: "person" }]);
    expect(await eventsOn(id)).toEqual(["invitation.withdrawn", "invitation.sent"]);
  });
});
