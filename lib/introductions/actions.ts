"use server";

import { memberAction, readerAction } from "@/lib/core/action";
import { spend } from "@/lib/core/auth/rate-limit";
import { endContact } from "./ending.mutations";
import {
  chooseIntroductionMachine,
  forgetIntroductionTranslation,
  translateIntroduction,
} from "./machine.mutations";
import {
  acceptIntroduction,
  askIntroduction,
  setAsideIntroduction,
  withdrawIntroduction,
} from "./mutations";
import { chooseIntroducing, keepBackIntroduction, passOnIntroduction } from "./passing.mutations";
import {
  answerIntroductionInput,
  askIntroductionInput,
  chooseIntroducingInput,
  chooseIntroductionMachineInput,
  endContactInput,
  introductionInput,
  passIntroductionInput,
  translateIntroductionInput,
} from "./schema";

const pageOf = ({ introductionId }: { introductionId: string }) =>
  `/introductions/${introductionId}`;

export const askIntroductionAction = memberAction(
  askIntroductionInput,
  async (tx, viewer, input, { locale }) => {
    const asked = await askIntroduction(tx, viewer, input, locale);
    const notice = asked.isTheirs ? "introductionTheyAsked" : "introductionAsked";
    return { redirectTo: pageOf(asked), notice };
  },
);

export const answerIntroductionAction = memberAction(
  answerIntroductionInput,
  async (tx, viewer, { answer, introductionId }) => {
    const which = { introductionId };
    if (answer === "accepted") await acceptIntroduction(tx, viewer, which);
    else await setAsideIntroduction(tx, viewer, which);
    const notice = answer === "accepted" ? "introductionAccepted" : "introductionSetAside";
    return { redirectTo: pageOf(which), notice };
  },
);

export const withdrawIntroductionAction = memberAction(
  introductionInput,
  async (tx, viewer, input) => {
    await withdrawIntroduction(tx, viewer, input);
    return { redirectTo: pageOf(input), notice: "introductionWithdrawn" };
  },
);

export const passIntroductionAction = memberAction(
  passIntroductionInput,
  async (tx, viewer, { answer, introductionId, note }) => {
    const isPassed = answer === "passed-on";
    if (isPassed) await passOnIntroduction(tx, viewer, { introductionId, note });
    else await keepBackIntroduction(tx, viewer, { introductionId });
    const notice = isPassed ? "introductionPassedOn" : "introductionKeptBack";
    return { redirectTo: pageOf({ introductionId }), notice };
  },
);

export const chooseIntroducingAction = memberAction(
  chooseIntroducingInput,
  async (tx, viewer, { mayIntroduce }) => {
    await chooseIntroducing(tx, viewer, { mayIntroduce: mayIntroduce === "yes" });
    const notice = mayIntroduce === "yes" ? "introducingOn" : "introducingOff";
    return { redirectTo: "/account#introducing", notice };
  },
);

export const chooseIntroductionMachineAction = readerAction(
  chooseIntroductionMachineInput,
  async (tx, viewer, input) => {
    await chooseIntroductionMachine(tx, viewer, input);
    const notice = input.isAllowed ? "machineAllowed" : "machineStopped";
    return { redirectTo: pageOf(input), notice };
  },
);

export const translateIntroductionAction = readerAction(
  translateIntroductionInput,
  async (tx, viewer, input) => {
    await translateIntroduction(tx, viewer, input);
    return { redirectTo: pageOf(input), notice: "translationOrdered" };
  },
  (_input, { client }) => spend("machine", client),
);

export const forgetIntroductionTranslationAction = readerAction(
  translateIntroductionInput,
  async (tx, viewer, input) => {
    await forgetIntroductionTranslation(tx, viewer, input);
    return { redirectTo: pageOf(input), notice: "translationForgotten" };
  },
);

export const endContactAction = readerAction(
  endContactInput,
  async (tx, viewer, { memberId, from, id }) => {
    await endContact(tx, viewer, { memberId });
    return { redirectTo: `/${from}/${id}`, notice: "contactEnded" };
  },
);
