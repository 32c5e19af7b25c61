"use server";

import { memberAction, readerAction } from "@/lib/core/action";
import { spend } from "@/lib/core/auth/rate-limit";
import { noFields } from "@/lib/core/text/fields";
import { chooseInterestMachine, stopHiddenMachines, translateInterest } from "./machine.mutations";
import {
  acceptInterest,
  answerQuestion,
  askForMore,
  declineInterest,
  reviewInterest,
  sendInterest,
  withdrawInterest,
} from "./mutations";
import {
  askInput,
  chooseInterestMachineInput,
  concludeInput,
  declineInterestInput,
  interestInput,
  messageInput,
  sendInterestInput,
  translateInterestInput,
  withdrawInterestInput,
} from "./schema";
import { concludeInterest, writeMessage } from "./talks.mutations";

const pageOf = ({ interestId }: { interestId: string }) => `/interests/${interestId}`;

export const sendInterestAction = memberAction(sendInterestInput, async (tx, viewer, input) => {
  const sent = await sendInterest(tx, viewer, input);
  return { redirectTo: pageOf(sent), notice: "interestSent" };
});

export const reviewInterestAction = memberAction(interestInput, async (tx, viewer, input) => {
  await reviewInterest(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "interestUnderReview" };
});

export const askForMoreAction = memberAction(askInput, async (tx, viewer, input) => {
  await askForMore(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "interestMoreAsked" };
});

export const answerQuestionAction = memberAction(askInput, async (tx, viewer, input) => {
  await answerQuestion(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "interestAnswered" };
});

export const acceptInterestAction = memberAction(interestInput, async (tx, viewer, input) => {
  await acceptInterest(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "interestAccepted" };
});

export const declineInterestAction = memberAction(
  declineInterestInput,
  async (tx, viewer, input) => {
    await declineInterest(tx, viewer, input);
    return { redirectTo: pageOf(input), notice: "interestDeclined" };
  },
);

export const withdrawInterestAction = memberAction(
  withdrawInterestInput,
  async (tx, viewer, input) => {
    await withdrawInterest(tx, viewer, input);
    return { redirectTo: pageOf(input), notice: "interestWithdrawn" };
  },
);

export const concludeInterestAction = memberAction(concludeInput, async (tx, viewer, input) => {
  await concludeInterest(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "interestConcluded" };
});

export const writeMessageAction = memberAction(messageInput, async (tx, viewer, input) => {
  await writeMessage(tx, viewer, input);
  return { redirectTo: pageOf(input), notice: "messageSent" };
});

export const chooseInterestMachineAction = readerAction(
  chooseInterestMachineInput,
  async (tx, viewer, input) => {
    await chooseInterestMachine(tx, viewer, input);
    const notice = input.isAllowed ? "machineAllowed" : "machineStopped";
    return { redirectTo: pageOf(input), notice };
  },
);

export const stopHiddenMachinesAction = readerAction(noFields, async (tx, viewer) => {
  await stopHiddenMachines(tx, viewer);
  return { redirectTo: "/account", notice: "machineStopped" };
});

export const translateInterestAction = readerAction(
  translateInterestInput,
  async (tx, viewer, input) => {
    await translateInterest(tx, viewer, input);
    return { redirectTo: pageOf(input), notice: "translationOrdered" };
  },
  (_input, { client }) => spend("machine", client),
);
