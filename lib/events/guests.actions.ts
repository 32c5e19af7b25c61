"use server";

import { visitorAction } from "@/lib/core/action";
import { answerEvenly } from "@/lib/core/auth/even-answer";
import { letIn } from "@/lib/core/auth/let-in";
import { spend } from "@/lib/core/auth/rate-limit";
import type { RequestFacts } from "@/lib/core/auth/request";
import { hashToken } from "@/lib/core/auth/tokens";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { sayOutcome } from "./attendance.mutations";
import { guestPage, guestToken } from "./guest-link";
import { askAsGuest, confirmGuest } from "./guests.mutations";
import { requireGuest } from "./guests.queries";
import {
  askAsGuestInput,
  guestChangeInput,
  guestInput,
  guestOutcomeInput,
  guestTarget,
} from "./guests.schema";
import { changeRegistration } from "./party.mutations";
import { cancelRegistration, leaveSeat, takeSeat } from "./registrations.mutations";

/** One client with the link of one guest. */
const byLink = ({ token }: { token: string }, { client }: RequestFacts) =>
  spend("answerLink", hashToken(`${client} ${token}`));

/** The same answer for every address: what is there, or what to do, comes by mail. */
export const askAsGuestAction = visitorAction(
  askAsGuestInput,
  async (tx, _viewer, { homepage, slug, ...input }, context) => {
    answerEvenly(performance.now(), context);
    if (homepage) log.info({ event: "guest.trapped" });
    else await askAsGuest(tx, { ...input, locale: context.locale });
    return { redirectTo: `/events/${slug}/guest?sent=yes` };
  },
  ({ email }, { client }) => letIn("guest", { email }, client),
);

/** The page that it leads to says what became of it. */
export const confirmGuestAction = visitorAction(
  guestInput,
  async (tx, _viewer, input) => {
    const { guestId } = await confirmGuest(tx, input);
    return { redirectTo: guestPage(guestToken(guestId)) };
  },
  byLink,
);

export const cancelAsGuestAction = visitorAction(
  guestTarget,
  async (tx, _viewer, { token, ...target }) => {
    await cancelRegistration(tx, await requireGuest(tx, token), target);
    return { redirectTo: guestPage(token), notice: "registrationCancelled" };
  },
  byLink,
);

export const changeAsGuestAction = visitorAction(
  guestChangeInput,
  async (tx, _viewer, { token, ...change }) => {
    await changeRegistration(tx, await requireGuest(tx, token), change);
    return { redirectTo: guestPage(token), notice: "registrationChanged" };
  },
  byLink,
);

export const takeAsGuestAction = visitorAction(
  guestTarget,
  async (tx, _viewer, { token, ...target }) => {
    const { isLate } = await takeSeat(tx, await requireGuest(tx, token), target);
    if (isLate) return { refusal: new AppError("offerRanOut") };
    return { redirectTo: guestPage(token), notice: "eventRegistered" };
  },
  byLink,
);

export const leaveAsGuestAction = visitorAction(
  guestTarget,
  async (tx, _viewer, { token, ...target }) => {
    await leaveSeat(tx, await requireGuest(tx, token), target);
    return { redirectTo: guestPage(token), notice: "seatLeft" };
  },
  byLink,
);

export const answerAsGuestAction = visitorAction(
  guestOutcomeInput,
  async (tx, _viewer, { token, ...answer }) => {
    await sayOutcome(tx, await requireGuest(tx, token), answer);
    return { redirectTo: guestPage(token), notice: "outcomeSaid" };
  },
  byLink,
);
