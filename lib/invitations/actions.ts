"use server";

import { memberAction } from "@/lib/core/action";
import { inviteToClub, revokeInvitation } from "./mutations";
import { invitationInput, inviteInput } from "./schema";

const HERE = "/account/invitations";

export const inviteToClubAction = memberAction(inviteInput, async (tx, viewer, input) => {
  await inviteToClub(tx, viewer, input);
  return { redirectTo: HERE, notice: "invitationSent" };
});

export const revokeInvitationAction = memberAction(invitationInput, async (tx, viewer, input) => {
  await revokeInvitation(tx, viewer, input);
  return { redirectTo: HERE, notice: "invitationWithdrawn" };
});
