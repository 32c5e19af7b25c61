import type { Transaction } from "@/db/client";
import { affiliationRequests, organisationInvitations } from "@/db/schema/affiliations";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO } from "./demo-files";
import { daysAgo } from "./demo-times";

const INVITATION_DAYS = 30;

/** What waits for an answer: members who want to join or claim an organisation, colleagues who are invited. */
export async function seedRequests(tx: Transaction, keys: DemoKeys): Promise<void> {
  await tx.insert(affiliationRequests).values(
    DEMO.requests.map((request) => ({
      memberId: keyOf(keys.members, request.member),
      organisationId: keyOf(keys.organisations, request.organisation),
      kind: request.kind,
      words: request.words,
      createdAt: daysAgo(request.daysAgo),
    })),
  );
  await tx.insert(organisationInvitations).values(
    DEMO.invitations.map(({ organisation, invitedBy, daysAgo: sentDaysAgo, ...invitation }) => ({
      ...invitation,
      organisationId: keyOf(keys.organisations, organisation),
      invitedBy: keyOf(keys.members, invitedBy),
      tokenHash: hashToken(newToken()),
      createdAt: daysAgo(sentDaysAgo),
      expiresAt: daysAgo(sentDaysAgo - INVITATION_DAYS),
    })),
  );
}
