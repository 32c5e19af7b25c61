"use server";

import { linkInput } from "@/lib/accounts/schema";
import { accountAction, adminAction, visitorAction } from "@/lib/core/action";
import { keepFresh } from "@/lib/core/auth/fresh-secret";
import { letClientIn } from "@/lib/core/auth/let-in";
import { samePage } from "@/lib/core/auth/request";
import { noFields } from "@/lib/core/text/fields";
import { deviceOf, enter } from "@/lib/sessions/entering";
import { comeIn, forgetMe } from "./coming-in.mutations";
import { forgetDue } from "./forgetting.mutations";
import { copyLink, openOwnLink, queueLinks, queueReminders, sendLink } from "./links.mutations";
import { arrivalInput, comeInInput, sendLinksInput } from "./schema";

const LIST = "/admin/import/pending";

/** Sending the form uses the link up, opening its page does not. */
export const comeInAction = visitorAction(
  comeInInput,
  async (tx, viewer, input, context) => {
    const device = await deviceOf(context.request);
    const signedIn = await comeIn(tx, viewer, { ...input, locale: context.locale }, device);
    return { ...enter(signedIn, undefined, context), notice: "welcomed" };
  },
  (_input, { client }) => letClientIn(client),
);

export const forgetMeAction = visitorAction(
  linkInput,
  async (tx, _viewer, { token }) => {
    await forgetMe(tx, { token });
    return { redirectTo: `/come-in?token=${token}` };
  },
  (_input, { client }) => letClientIn(client),
);

/** Somebody signed in by their address alone goes on by a link of their own. */
export const openOwnLinkAction = accountAction(noFields, async (tx, viewer) => {
  const token = await openOwnLink(tx, viewer);
  return { redirectTo: `/come-in?token=${token}` };
});

export const sendLinkAction = adminAction(arrivalInput, async (tx, viewer, input, context) => {
  await sendLink(tx, viewer, input);
  return { redirectTo: samePage(context.request.page, LIST), notice: "linkSent" };
});

export const copyLinkAction = adminAction(arrivalInput, async (tx, viewer, input, context) => {
  const token = await copyLink(tx, viewer, input);
  context.afterCommit(() => keepFresh("link", viewer, token, input.accountId));
  return { redirectTo: samePage(context.request.page, LIST), notice: "linkMade" };
});

export const sendLinksAction = adminAction(sendLinksInput, async (tx, viewer, input, context) => {
  await queueLinks(tx, viewer, input);
  return { redirectTo: samePage(context.request.page, LIST), notice: "linksQueued" };
});

export const remindArrivalsAction = adminAction(noFields, async (tx, viewer) => {
  await queueReminders(tx, viewer);
  return { redirectTo: LIST, notice: "remindersQueued" };
});

export const forgetDueAction = adminAction(noFields, async (tx, viewer) => {
  await forgetDue(tx, viewer);
  return { redirectTo: LIST, notice: "deletionDecided" };
});
