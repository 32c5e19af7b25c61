"use server";

import { adminAction, memberAction } from "@/lib/core/action";
import { discardMailing, draftMailing, reviseMailing, tryMailing } from "./mutations";
import { dismissAnnouncement, markBounced, writeAgain } from "./recipients.mutations";
import {
  announcementInput,
  draftMailingInput,
  mailingInput,
  recipientInput,
  restInput,
  reviseMailingInput,
  startMailingInput,
  tryMailingInput,
} from "./schema";
import { continueMailing, endAnnouncement, startMailing, stopMailing } from "./sending.mutations";

const LIST = "/admin/mailings";
const pageOf = ({ mailingId }: { mailingId: string }) => `${LIST}/${mailingId}`;
const readingOf = (it: { mailingId: string }) => `${pageOf(it)}/send`;

export const draftMailingAction = adminAction(draftMailingInput, async (tx, viewer, input) => {
  const { id } = await draftMailing(tx, viewer, input);
  return { redirectTo: pageOf({ mailingId: id }) };
});

export const reviseMailingAction = adminAction(reviseMailingInput, async (tx, viewer, input) => {
  const { intent, ...draft } = input;
  await reviseMailing(tx, viewer, draft);
  const redirectTo = intent === "read" ? readingOf(draft) : pageOf(draft);
  return { redirectTo, notice: "draftSaved" };
});

export const discardMailingAction = adminAction(mailingInput, async (tx, viewer, input) => {
  await discardMailing(tx, viewer, input);
  return { redirectTo: LIST, notice: "draftErased" };
});

export const tryMailingAction = adminAction(tryMailingInput, async (tx, viewer, input) => {
  const { state } = await tryMailing(tx, viewer, input);
  const redirectTo = state === "draft" ? readingOf(input) : pageOf(input);
  return { redirectTo, notice: "mailingTried" };
});

export const startMailingAction = adminAction(startMailingInput, async (tx, viewer, input) => {
  const { isAgain, ...it } = input;
  await startMailing(tx, viewer, { ...it, isAgain: isAgain === "yes" });
  return { redirectTo: pageOf(input), notice: "mailingStarted" };
});

export const stopMailingAction = adminAction(mailingInput, async (tx, viewer, input) => {
  await stopMailing(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "mailingStopped" };
});

export const continueMailingAction = adminAction(mailingInput, async (tx, viewer, input) => {
  await continueMailing(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "mailingStarted" };
});

export const endAnnouncementAction = adminAction(mailingInput, async (tx, viewer, input) => {
  await endAnnouncement(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "announcementEnded" };
});

export const markBouncedAction = adminAction(recipientInput, async (tx, viewer, input) => {
  await markBounced(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "addressRests" };
});

export const writeAgainAction = adminAction(restInput, async (tx, viewer, input) => {
  await writeAgain(tx, viewer, input);
  return { redirectTo: LIST, notice: "addressWoken" };
});

export const dismissAnnouncementAction = memberAction(
  announcementInput,
  async (tx, viewer, input) => {
    await dismissAnnouncement(tx, viewer, input);
    return { redirectTo: "/home", notice: "announcementDismissed" };
  },
);
