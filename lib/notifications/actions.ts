"use server";

import { accountAction, visitorAction } from "@/lib/core/action";
import { readUnsubscribeToken } from "@/lib/core/mail/unsubscribe-token";
import { chooseMails, resumeMails, stopMails } from "./mutations";
import { chooseMailsInput, mailLinkInput } from "./schema";

const pageOf = (token: string) => `/unsubscribe?${new URLSearchParams({ token })}`;

export const chooseMailsAction = accountAction(chooseMailsInput, async (tx, viewer, input) => {
  await chooseMails(tx, viewer, input);
  return { notice: "mailsChosen" };
});

export const stopMailsAction = visitorAction(mailLinkInput, async (tx, _viewer, { token }) => {
  await stopMails(tx, readUnsubscribeToken(token));
  return { redirectTo: pageOf(token), notice: "mailsStopped" };
});

export const resumeMailsAction = visitorAction(mailLinkInput, async (tx, _viewer, { token }) => {
  await resumeMails(tx, readUnsubscribeToken(token));
  return { redirectTo: pageOf(token), notice: "mailsResumed" };
});
