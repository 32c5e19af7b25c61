"use server";

import { accountAction, memberAction, readerAction, visitorAction } from "@/lib/core/action";
import { spend } from "@/lib/core/auth/rate-limit";
import { hashToken } from "@/lib/core/auth/tokens";
import { AppError } from "@/lib/core/errors";
import {
  acceptInvitation,
  declineInvitation,
  inviteColleague,
  withdrawInvitation,
} from "./invitations.mutations";
import { findOwnInvitation } from "./invitations.queries";
import { acceptRequest, declineRequest, requestAffiliation, withdrawRequest } from "./mutations";
import {
  chooseMain,
  handOver,
  leaveOrganisation,
  removePerson,
  setPosition,
  stepDown,
} from "./people.mutations";
import {
  answerInvitationInput,
  declineRequestInput,
  handOverInput,
  invitationInput,
  inviteColleagueInput,
  organisationInput,
  removePersonInput,
  requestAffiliationInput,
  requestInput,
  setPositionInput,
} from "./schema";

const peopleOf = ({ slug }: { slug: string }) => `/organisations/${slug}/people`;

export const requestAffiliationAction = memberAction(
  requestAffiliationInput,
  async (tx, viewer, input) => {
    const { accountId, memberId } = viewer;
    if (memberId === null) throw new AppError("notFound");
    // Whom the managers have invited already need not be asked about.
    const invitationId =
      input.kind === "join" ? await findOwnInvitation(tx, viewer, input.organisationId) : null;
    if (invitationId !== null) {
      const joined = await acceptInvitation(tx, viewer, { invitationId });
      return { redirectTo: peopleOf(joined), notice: "invitationAccepted" };
    }
    const roster = await requestAffiliation(tx, { accountId, memberId }, input);
    return { redirectTo: peopleOf(roster), notice: "affiliationRequested" };
  },
);

export const withdrawRequestAction = readerAction(requestInput, async (tx, viewer, input) => {
  const roster = await withdrawRequest(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "requestWithdrawn" };
});

export const acceptRequestAction = memberAction(requestInput, async (tx, viewer, input) => {
  const roster = await acceptRequest(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "requestAccepted" };
});

export const declineRequestAction = memberAction(declineRequestInput, async (tx, viewer, input) => {
  const roster = await declineRequest(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "requestDeclined" };
});

export const inviteColleagueAction = memberAction(
  inviteColleagueInput,
  async (tx, viewer, input) => {
    const roster = await inviteColleague(tx, viewer, input);
    return { redirectTo: peopleOf(roster), notice: "invitationSent" };
  },
  ({ email }) => spend("mailedLink", hashToken(`invitation ${email}`)),
);

export const withdrawInvitationAction = memberAction(invitationInput, async (tx, viewer, input) => {
  const roster = await withdrawInvitation(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "invitationWithdrawn" };
});

export const acceptInvitationAction = accountAction(
  answerInvitationInput,
  async (tx, viewer, input) => {
    const roster = await acceptInvitation(tx, viewer, input);
    return { redirectTo: peopleOf(roster), notice: "invitationAccepted" };
  },
);

export const declineInvitationAction = visitorAction(
  answerInvitationInput,
  async (tx, viewer, input) => {
    await declineInvitation(tx, viewer, input);
    return { redirectTo: "/", notice: "invitationDeclined" };
  },
);

export const setPositionAction = readerAction(setPositionInput, async (tx, viewer, input) => {
  const roster = await setPosition(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "positionSaved" };
});

export const chooseMainAction = readerAction(organisationInput, async (tx, viewer, input) => {
  const roster = await chooseMain(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "mainChosen" };
});

export const handOverAction = memberAction(handOverInput, async (tx, viewer, input) => {
  const roster = await handOver(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "handedOver" };
});

export const stepDownAction = memberAction(organisationInput, async (tx, viewer, input) => {
  const roster = await stepDown(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "steppedDown" };
});

export const leaveOrganisationAction = readerAction(
  organisationInput,
  async (tx, viewer, input) => {
    const { slug, isEmpty, isFound } = await leaveOrganisation(tx, viewer, input);
    return {
      redirectTo: isFound ? `/organisations/${slug}` : "/organisations",
      notice: isEmpty ? "organisationLeftEmpty" : "organisationLeft",
    };
  },
);

export const removePersonAction = memberAction(removePersonInput, async (tx, viewer, input) => {
  const roster = await removePerson(tx, viewer, input);
  return { redirectTo: peopleOf(roster), notice: "personRemoved" };
});
