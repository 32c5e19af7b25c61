"use server";

import { accountAction, memberAction } from "@/lib/core/action";
import { keepFresh, putFreshAway } from "@/lib/core/auth/fresh-secret";
import { noFields } from "@/lib/core/text/fields";
import { makeFeed, withdrawFeed } from "./feeds.mutations";

const PAGE = "/account/calendar";

export const makeFeedAction = memberAction(noFields, async (tx, viewer, _, { afterCommit }) => {
  const token = await makeFeed(tx, viewer);
  afterCommit(() => keepFresh("calendar", viewer, token));
  return { redirectTo: PAGE, notice: "calendarMade" };
});

export const withdrawFeedAction = accountAction(
  noFields,
  async (tx, viewer, _, { afterCommit }) => {
    await withdrawFeed(tx, viewer);
    afterCommit(() => putFreshAway("calendar"));
    return { redirectTo: PAGE, notice: "calendarWithdrawn" };
  },
);
