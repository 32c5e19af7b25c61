import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { lettersTo } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import { affiliations, organisationInvitations } from "@/db/schema/affiliations";
import { applications } from "@/db/schema/applications";
import { organisations } from "@/db/schema/organisations";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { openApplication, startApplication } from "./access.mutations";

afterAll(closeDatabase);

type Invited = { accountId: string; organisationId: string };

/** An open invitation of a manager to a new address. */
function invite(email: string) {
  const invitation = newToken();
  return transaction(async (tx) => {
    const { accountId, memberId } = await makeMember(tx);
    const { id: organisationId } = await makeOrganisation(tx, {}, [{ memberId }]);
    const sent = { organisationId, email, locale: "fr", role: "person" } as const;
    const expiresAt = new Date(Date.now() + 86_400_000);
    const tokenHash = hashToken(invitation);
    await tx
      .insert(organisationInvitations)
      .values({ ...sent, invitedBy: memberId, tokenHash, expiresAt });
    return { invitation, accountId, organisationId };
  });
}

/** What ends an invitation before its days are over. */
const ENDS: [string, (invited: Invited) => Promise<unknown>][] = [
  [
    "whoever invited is suspended",
    ({ accountId }) =>
      query((db) =>
        db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
      ),
  ],
  [
    "whoever invited manages it no more",
    ({ organisationId }) =>
      query((db) =>
        db
          .update(affiliations)
          .set({ role: "person" })
          .where(eq(affiliations.organisationId, organisationId)),
      ),
  ],
  [
    "the organisation is taken down",
    ({ organisationId }) =>
      query((db) =>
        db
          .update(organisations)
          .set({ hiddenAt: new Date() })
          .where(eq(organisations.id, organisationId)),
      ),
  ],
];

const draftOf = (address: string) => {
  const { organisationId, isVouched, email, state } = applications;
  return query((db) =>
    db
      .select({ organisationId, isVouched })
      .from(applications)
      .where(and(eq(email, address), eq(state, "draft"))),
  );
};

const NOT_INVITED = [{ organisationId: null, isVouched: false }];

test.each(ENDS)("where %s the applicant is invited by nobody", async (_what, end) => {
  const email = `${crypto.randomUUID()}@example.org`;
  const { invitation, ...invited } = await invite(email);
  await end(invited);
  const start = { email, locale: "fr", invitation } as const;
  expect(await transaction((tx) => startApplication(tx, start))).toBeNull();
  const [mail] = await lettersTo(email);
  const key = new URLSearchParams(mail?.data.to?.split("?")[1]).get("key") ?? "";
  await transaction((tx) => openApplication(tx, { key, locale: "fr", invitation }));
  expect(await draftOf(email)).toEqual(NOT_INVITED);
});
