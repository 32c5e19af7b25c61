"use server";

import { memberAction } from "@/lib/core/action";
import { closeDoor, sayOutcome, tickParties, untickParty } from "./attendance.mutations";
import {
  closeDoorInput,
  sayOutcomeInput,
  tickPartiesInput,
  untickPartyInput,
} from "./attendance.schema";

export const tickPartiesAction = memberAction(
  tickPartiesInput,
  async (tx, viewer, { eventId, party }) => {
    const { slug, gone } = await tickParties(tx, viewer, { eventId, registrationIds: party });
    const notice = gone > 0 ? "partiesGone" : "partiesTicked";
    return { redirectTo: `/events/${slug}/check-in`, notice };
  },
);

export const untickPartyAction = memberAction(untickPartyInput, async (tx, viewer, input) => {
  const { slug } = await untickParty(tx, viewer, input);
  return { redirectTo: `/events/${slug}/check-in`, notice: "partyUnticked" };
});

export const closeDoorAction = memberAction(closeDoorInput, async (tx, viewer, input) => {
  const { slug } = await closeDoor(tx, viewer, input);
  return { redirectTo: `/events/${slug}/check-in`, notice: "doorClosed" };
});

export const sayOutcomeAction = memberAction(sayOutcomeInput, async (tx, viewer, input) => {
  const { slug } = await sayOutcome(tx, viewer, input);
  return { redirectTo: `/events/${slug}/after`, notice: "outcomeSaid" };
});
