"use server";

import { memberAction } from "@/lib/core/action";
import { acceptAllOffers, acceptOffer, declineOffer, withdrawOffer } from "./ending.mutations";
import { orderMachineTranslation, runMachineTranslation } from "./machine.mutations";
import { saveTranslations } from "./mutations";
import { offerTranslations } from "./offers.mutations";
import {
  acceptOfferInput,
  declineOfferInput,
  machineInput,
  offerTranslationsInput,
  saveTranslationsInput,
  withdrawOfferInput,
} from "./schema";

const sheetOf = ({ slug }: { slug: string }, locale: string) =>
  `/projects/${slug}/translate?to=${locale}`;

export const saveTranslationsAction = memberAction(
  saveTranslationsInput,
  async (tx, viewer, input) => {
    const project = await saveTranslations(tx, viewer, input);
    return { redirectTo: sheetOf(project, input.locale), notice: "translationsSaved" };
  },
);

export const offerTranslationsAction = memberAction(
  offerTranslationsInput,
  async (tx, viewer, input) => {
    const project = await offerTranslations(tx, viewer, input);
    return { redirectTo: sheetOf(project, input.locale), notice: "translationsOffered" };
  },
);

export const acceptOfferAction = memberAction(acceptOfferInput, async (tx, viewer, input) => {
  const { locale, isInEdit, ...project } = await acceptOffer(tx, viewer, input);
  const notice = isInEdit ? "offerAcceptedInEdit" : "offerAccepted";
  return { redirectTo: sheetOf(project, locale), notice };
});

export const acceptAllOffersAction = memberAction(acceptOfferInput, async (tx, viewer, input) => {
  const { locale, isInEdit, ...project } = await acceptAllOffers(tx, viewer, input);
  const notice = isInEdit ? "offersAcceptedInEdit" : "offersAccepted";
  return { redirectTo: sheetOf(project, locale), notice };
});

export const declineOfferAction = memberAction(declineOfferInput, async (tx, viewer, input) => {
  const { locale, ...project } = await declineOffer(tx, viewer, input);
  return { redirectTo: sheetOf(project, locale), notice: "offerDeclined" };
});

export const withdrawOfferAction = memberAction(withdrawOfferInput, async (tx, viewer, input) => {
  const { locale, ...project } = await withdrawOffer(tx, viewer, input);
  return { redirectTo: sheetOf(project, locale), notice: "offerWithdrawn" };
});

/** The provider is called once the order stands, outside its transaction. */
export const translateByMachineAction = memberAction(
  machineInput,
  async (tx, viewer, input, { afterCommit }) => {
    const order = await orderMachineTranslation(tx, viewer, input);
    afterCommit(() => runMachineTranslation(viewer, order));
    return { redirectTo: sheetOf(order, input.locale), notice: "machineTranslated" };
  },
);
