import type { Locale } from "@/lib/core/i18n/locales";
import { act } from "./entry-act";
import { orderMachineTranslation, runMachineTranslation } from "./machine.mutations";
import type { NounVerbs } from "./noun-verbs";
import { acceptOffers, declineOffer, withdrawOffer } from "./offer-answers.mutations";
import { offerTranslations } from "./offers.mutations";
import { questionSheetOf, sheetOf } from "./translation-sheet";
import { askTranslation } from "./translation-wishes.mutations";
import { saveTranslations } from "./translations.mutations";
import * as inputs from "./translations.schema";

/** What the actions of a kind's sheet take and do, for the kind to give them their names. */
export function translationActs(noun: NounVerbs) {
  const to = ({ slug }: { slug: string }, locale: Locale) =>
    sheetOf({ entryKind: noun.kind, slug }, locale);
  return {
    save: act(inputs.saveTranslationsInput(noun.fields), async (tx, viewer, input) => {
      const entry = await saveTranslations(tx, viewer, noun, input);
      return { redirectTo: to(entry, input.locale), notice: "translationsSaved" };
    }),
    offer: act(inputs.offerTranslationsInput(noun.fields), async (tx, viewer, input) => {
      const entry = await offerTranslations(tx, viewer, noun, input);
      return { redirectTo: to(entry, input.locale), notice: "translationsOffered" };
    }),
    accept: act(inputs.acceptOfferInput, async (tx, viewer, input) => {
      const { isInEdit, ...offer } = await acceptOffers(tx, viewer, noun, input);
      const notice = isInEdit ? "offerAcceptedInEdit" : "offerAccepted";
      return { redirectTo: to(offer, offer.locale), notice };
    }),
    acceptAll: act(inputs.acceptOfferInput, async (tx, viewer, input) => {
      const { isInEdit, ...offer } = await acceptOffers(tx, viewer, noun, input, true);
      const notice = isInEdit ? "offersAcceptedInEdit" : "offersAccepted";
      return { redirectTo: to(offer, offer.locale), notice };
    }),
    decline: act(inputs.declineOfferInput, async (tx, viewer, input) => {
      const offer = await declineOffer(tx, viewer, noun, input);
      return { redirectTo: to(offer, offer.locale), notice: "offerDeclined" };
    }),
    withdraw: act(inputs.withdrawOfferInput, async (tx, viewer, input) => {
      const offer = await withdrawOffer(tx, viewer, noun, input);
      return { redirectTo: to(offer, offer.locale), notice: "offerWithdrawn" };
    }),
    ask: act(inputs.askTranslationInput, async (tx, viewer, input) => {
      const { slug, isQuestions } = await askTranslation(tx, viewer, noun, input);
      const sheet = isQuestions ? questionSheetOf : sheetOf;
      const redirectTo = sheet({ entryKind: noun.kind, slug }, input.locale);
      return { redirectTo, notice: "translationAsked" };
    }),
    /** The provider is called once the order stands, outside its transaction. */
    machine: act(inputs.machineInput, async (tx, viewer, input, { afterCommit }) => {
      const order = await orderMachineTranslation(tx, viewer, noun, input);
      afterCommit(() => runMachineTranslation(viewer, noun, order));
      return { redirectTo: to(order, input.locale), notice: "machineTranslated" };
    }),
  };
}
