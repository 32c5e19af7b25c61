"use server";

import { memberAction, readerAction } from "@/lib/core/action";
import { spend } from "@/lib/core/auth/rate-limit";
import { postMessage } from "./discussion.mutations";
import { addLink, removeDocument } from "./documents.mutations";
import {
  acceptRoomInvitation,
  declineRoomInvitation,
  inviteToRoom,
  withdrawRoomInvitation,
} from "./invitations.mutations";
import { chooseMachine, orderTranslation } from "./machine.mutations";
import { changeMilestone, planMilestone, removeMilestone } from "./milestones.mutations";
import { closeRoom, reopenRoom } from "./mutations";
import { acceptOffer, declineOffer } from "./offers.mutations";
import { changeRole, leaveRoom, removeFromRoom, returnToRoom } from "./people.mutations";
import {
  addLinkInput,
  changeMilestoneInput,
  changeRoleInput,
  chooseMachineInput,
  chooseRoomMailsInput,
  documentInput,
  inviteToRoomInput,
  milestoneInput,
  orderTranslationInput,
  planMilestoneInput,
  postMessageInput,
  returnToRoomInput,
  roomInput,
  roomInvitationInput,
  roomPersonInput,
  roomVersionInput,
  tellNewsInput,
  updateInput,
} from "./schema";
import { chooseRoomMails } from "./unread.mutations";
import { takeBackNews, tellNews } from "./updates.mutations";

type Tab = "people" | "milestones" | "documents" | "discussion" | "updates";

const tabOf = ({ slug }: { slug: string }, tab?: Tab) =>
  `/projects/${slug}/room${tab ? `/${tab}` : ""}`;

export const inviteToRoomAction = readerAction(
  inviteToRoomInput,
  async (tx, viewer, input) => {
    const room = await inviteToRoom(tx, viewer, input);
    return { redirectTo: tabOf(room, "people"), notice: "roomInvitationSent" };
  },
  // Nobody learns by trying which addresses are members'.
  (_input, { client }) => spend("findMember", client),
);

export const withdrawRoomInvitationAction = readerAction(
  roomInvitationInput,
  async (tx, viewer, input) => {
    const room = await withdrawRoomInvitation(tx, viewer, input);
    return { redirectTo: tabOf(room, "people"), notice: "roomInvitationWithdrawn" };
  },
);

export const acceptRoomInvitationAction = memberAction(
  roomInvitationInput,
  async (tx, viewer, input) => {
    const room = await acceptRoomInvitation(tx, viewer, input);
    return { redirectTo: tabOf(room), notice: "roomJoined" };
  },
);

export const declineRoomInvitationAction = memberAction(
  roomInvitationInput,
  async (tx, viewer, input) => {
    await declineRoomInvitation(tx, viewer, input);
    return { redirectTo: "/projects?mine=1", notice: "roomDeclined" };
  },
);

export const changeRoleAction = readerAction(changeRoleInput, async (tx, viewer, input) => {
  const room = await changeRole(tx, viewer, input);
  return { redirectTo: tabOf(room, "people"), notice: "roomRoleChanged" };
});

export const removeFromRoomAction = readerAction(roomPersonInput, async (tx, viewer, input) => {
  const room = await removeFromRoom(tx, viewer, input);
  return { redirectTo: tabOf(room, "people"), notice: "roomPersonRemoved" };
});

export const leaveRoomAction = readerAction(roomInput, async (tx, viewer, input) => {
  await leaveRoom(tx, viewer, input);
  return { redirectTo: "/projects?mine=1", notice: "roomLeft" };
});

export const returnToRoomAction = memberAction(returnToRoomInput, async (tx, viewer, input) => {
  const room = await returnToRoom(tx, viewer, input);
  return { redirectTo: tabOf(room), notice: "roomReturned" };
});

export const acceptOfferAction = memberAction(roomInput, async (tx, viewer, input) => {
  const { slug } = await acceptOffer(tx, viewer, input);
  return { redirectTo: `/projects/${slug}`, notice: "projectTakenOver" };
});

export const declineOfferAction = memberAction(roomInput, async (tx, viewer, input) => {
  const room = await declineOffer(tx, viewer, input);
  return { redirectTo: tabOf(room), notice: "projectOfferDeclined" };
});

export const closeRoomAction = readerAction(roomVersionInput, async (tx, viewer, input) => {
  const room = await closeRoom(tx, viewer, input);
  return { redirectTo: tabOf(room), notice: "roomClosed" };
});

export const reopenRoomAction = memberAction(roomVersionInput, async (tx, viewer, input) => {
  const room = await reopenRoom(tx, viewer, input);
  return { redirectTo: tabOf(room), notice: "roomReopened" };
});

export const planMilestoneAction = readerAction(
  planMilestoneInput,
  async (tx, viewer, input, { locale }) => {
    const room = await planMilestone(tx, viewer, { ...input, locale });
    return { redirectTo: tabOf(room, "milestones"), notice: "milestonePlanned" };
  },
);

export const changeMilestoneAction = readerAction(
  changeMilestoneInput,
  async (tx, viewer, input, { locale }) => {
    const room = await changeMilestone(tx, viewer, { ...input, locale });
    return { redirectTo: tabOf(room, "milestones"), notice: "milestoneChanged" };
  },
);

export const removeMilestoneAction = readerAction(milestoneInput, async (tx, viewer, input) => {
  const room = await removeMilestone(tx, viewer, input);
  return { redirectTo: tabOf(room, "milestones"), notice: "milestoneRemoved" };
});

export const addLinkAction = readerAction(addLinkInput, async (tx, viewer, input) => {
  const room = await addLink(tx, viewer, input);
  return { redirectTo: tabOf(room, "documents"), notice: "roomLinkAdded" };
});

export const removeDocumentAction = readerAction(documentInput, async (tx, viewer, input) => {
  const room = await removeDocument(tx, viewer, input);
  return { redirectTo: tabOf(room, "documents"), notice: "roomDocumentRemoved" };
});

export const postMessageAction = readerAction(postMessageInput, async (tx, viewer, input) => {
  const room = await postMessage(tx, viewer, input);
  return { redirectTo: tabOf(room, "discussion"), notice: "roomMessagePosted" };
});

export const chooseRoomMailsAction = readerAction(
  chooseRoomMailsInput,
  async (tx, viewer, input) => {
    const room = await chooseRoomMails(tx, viewer, input);
    const notice = input.isWanted ? "roomMailsResumed" : "roomMailsStopped";
    return { redirectTo: tabOf(room, "discussion"), notice };
  },
);

export const chooseMachineAction = readerAction(chooseMachineInput, async (tx, viewer, input) => {
  const room = await chooseMachine(tx, viewer, input);
  const notice = input.isAllowed ? "roomMachineAllowed" : "roomMachineStopped";
  return { redirectTo: tabOf(room, "discussion"), notice };
});

export const orderTranslationAction = readerAction(
  orderTranslationInput,
  async (tx, viewer, { page, ...input }) => {
    const room = await orderTranslation(tx, viewer, input);
    const to = tabOf(room, "discussion");
    return { redirectTo: page === "1" ? to : `${to}?page=${page}`, notice: "roomMachineOrdered" };
  },
  (_input, { client }) => spend("machine", client),
);

export const tellNewsAction = readerAction(tellNewsInput, async (tx, viewer, input) => {
  const room = await tellNews(tx, viewer, input);
  return { redirectTo: tabOf(room, "updates"), notice: "roomUpdateTold" };
});

export const takeBackNewsAction = readerAction(updateInput, async (tx, viewer, input) => {
  const room = await takeBackNews(tx, viewer, input);
  return { redirectTo: tabOf(room, "updates"), notice: "roomUpdateTakenBack" };
});
