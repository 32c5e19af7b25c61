"use server";

import { memberAction } from "@/lib/core/action";
import { AppError } from "@/lib/core/errors";
import { pageOf } from "@/lib/entries/noun";
import { registerOnBehalf } from "./on-behalf.mutations";
import { changeRegistration } from "./party.mutations";
import { paidForm, REGISTRATION_TOLD } from "./registration-terms";
import {
  cancelRegistration,
  leaveSeat,
  registerForEvent,
  takeSeat,
} from "./registrations.mutations";
import { isPayable } from "./registrations.policy";
import {
  cancelEventInput,
  changeRegistrationInput,
  moveEventInput,
  onBehalfInput,
  paidInput,
  registerInput,
  registrationTarget,
  selectionInput,
  settingsInput,
  writeInput,
} from "./registrations.schema";
import { markPaid, markSelection, tellSelection } from "./selecting.mutations";
import { mendReason, moveEvent, settleRegistration } from "./settling.mutations";
import { writeToSeated } from "./writing.mutations";

const page = (slug: string) => pageOf({ entryKind: "event", slug });
/** Where the page of an event says what became of one's own registration. */
const card = (slug: string) => `${page(slug)}#${REGISTRATION_TOLD}`;
const list = (slug: string) => `${page(slug)}/registrations`;

const REGISTERED = {
  confirmed: "eventRegistered",
  waiting: "eventWaiting",
  pending: "eventPending",
} as const;

export const registerAction = memberAction(registerInput, async (tx, viewer, input) => {
  const { slug, state, wasGuest } = await registerForEvent(tx, viewer, input);
  const notice = wasGuest ? "eventGuestJoined" : REGISTERED[state as keyof typeof REGISTERED];
  return { redirectTo: card(slug), notice };
});
export const registerOnBehalfAction = memberAction(onBehalfInput, async (tx, viewer, input) => {
  const { slug, state } = await registerOnBehalf(tx, viewer, input);
  const notice = state === "confirmed" ? "registeredOnBehalf" : "waitingOnBehalf";
  return { redirectTo: `${list(slug)}?state=${state}`, notice };
});
export const changeRegistrationAction = memberAction(
  changeRegistrationInput,
  async (tx, viewer, input) => {
    const { slug } = await changeRegistration(tx, viewer, input);
    return { redirectTo: card(slug), notice: "registrationChanged" };
  },
);
export const cancelRegistrationAction = memberAction(
  registrationTarget,
  async (tx, viewer, input) => {
    const { slug, isOwn } = await cancelRegistration(tx, viewer, input);
    return isOwn
      ? { redirectTo: card(slug), notice: "registrationCancelled" }
      : { redirectTo: list(slug), notice: "registrationStruck" };
  },
);
export const takeSeatAction = memberAction(registrationTarget, async (tx, viewer, input) => {
  const { slug, isLate } = await takeSeat(tx, viewer, input);
  if (isLate) return { refusal: new AppError("offerRanOut") };
  return { redirectTo: card(slug), notice: "eventRegistered" };
});
export const leaveSeatAction = memberAction(registrationTarget, async (tx, viewer, input) => {
  const { slug } = await leaveSeat(tx, viewer, input);
  return { redirectTo: card(slug), notice: "seatLeft" };
});

export const settleRegistrationAction = memberAction(settingsInput, async (tx, viewer, input) => {
  const { slug: _, intent, ...settings } = input;
  const { slug, version } = await settleRegistration(tx, viewer, settings);
  if (intent === "save") return { redirectTo: list(slug), notice: "saved" };
  await moveEvent(tx, viewer, { id: settings.id, version, to: "open" });
  return { redirectTo: list(slug), notice: "eventOpened" };
});
export const openEventAction = memberAction(moveEventInput, async (tx, viewer, input) => {
  const { slug } = await moveEvent(tx, viewer, { ...input, to: "open" });
  return { redirectTo: list(slug), notice: "eventOpened" };
});
export const closeEventAction = memberAction(moveEventInput, async (tx, viewer, input) => {
  const { slug } = await moveEvent(tx, viewer, { ...input, to: "closed" });
  return { redirectTo: list(slug), notice: "eventClosed" };
});
export const cancelEventAction = memberAction(cancelEventInput, async (tx, viewer, input) => {
  const { slug } = await moveEvent(tx, viewer, { ...input, to: "cancelled" });
  return { redirectTo: list(slug), notice: "eventCancelled" };
});
export const mendReasonAction = memberAction(cancelEventInput, async (tx, viewer, input) => {
  const { slug } = await mendReason(tx, viewer, input);
  return { redirectTo: list(slug), notice: "saved" };
});
export const markSelectionAction = memberAction(selectionInput, async (tx, viewer, input) => {
  const { slug } = await markSelection(tx, viewer, input);
  return { redirectTo: `${list(slug)}?state=pending`, notice: "selectionMarked" };
});
export const tellSelectionAction = memberAction(moveEventInput, async (tx, viewer, input) => {
  const { slug } = await tellSelection(tx, viewer, input);
  return { redirectTo: list(slug), notice: "selectionTold" };
});
export const markPaidAction = memberAction(
  paidInput,
  async (tx, viewer, { page: shown, ...input }) => {
    const { slug, state } = await markPaid(tx, viewer, input);
    const here = `${list(slug)}?state=${state}&page=${shown}`;
    const redirectTo = isPayable(state) ? `${here}#${paidForm(input.registrationId)}` : here;
    return { redirectTo, notice: "saved" };
  },
);
export const writeToSeatedAction = memberAction(writeInput, async (tx, viewer, input) => {
  const { slug } = await writeToSeated(tx, viewer, input);
  return { redirectTo: list(slug), notice: "eventWritten" };
});
