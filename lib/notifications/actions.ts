"use server";

import { accountAction, visitorAction } from "@/lib/core/action";
import { readUnsubscribeToken } from "@/lib/core/mail/unsubscribe-token";
import {
  chooseMails,
  chooseRhythm,
  muteKind,
  resumeMails,
  stopMails,
  unmuteKind,
} from "./mutations";
import { chooseMailsInput, chooseRhythmInput, mailLinkInput, muteInput } from "./schema";

const pageOf = (token: string) => `/unsubscribe?${new URLSearchParams({ token })}`;

export const chooseMailsAction = accountAction(chooseMailsInput, async (tx, viewer, input) => {
  await chooseMails(tx, viewer, input);
  return { notice: "mailsChosen" };
});

export const chooseRhythmAction = accountAction(chooseRhythmInput, async (tx, viewer, input) => {
  await chooseRhythm(tx, viewer, input);
  return { redirectTo: input.rhythm ? "/account#mails" : "/home", notice: "rhythmChosen" };
});

export const stopMailsAction = visitorAction(mailLinkInput, async (tx, _viewer, { token }) => {
  await stopMails(tx, readUnsubscribeToken(token));
  return { redirectTo: pageOf(token), notice: "mailsStopped" };
});

export const resumeMailsAction = visitorAction(mailLinkInput, async (tx, _viewer, { token }) => {
  await resumeMails(tx, readUnsubscribeToken(token));
  return { redirectTo: pageOf(token), notice: "mailsResumed" };
});

const BACK = { list: "/notifications", account: "/account#mails" } as const;

export const muteKindAction = accountAction(muteInput, async (tx, viewer, { kind, back }) => {
  await muteKind(tx, viewer, { kind });
  return { redirectTo: BACK[back], notice: "kindMuted" };
});

export const unmuteKindAction = accountAction(muteInput, async (tx, viewer, { kind, back }) => {
  await unmuteKind(tx, viewer, { kind });
  return { redirectTo: BACK[back], notice: "kindUnmuted" };
});
