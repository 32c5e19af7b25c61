"use server";

import { memberAction } from "@/lib/core/action";
import { translationActs } from "@/lib/entries/translation-acts";
import { EVENT_VERBS } from "./noun.queries";

const acts = translationActs(EVENT_VERBS);

export const saveTranslationsAction = memberAction(...acts.save);

export const offerTranslationsAction = memberAction(...acts.offer);

export const acceptOfferAction = memberAction(...acts.accept);

export const acceptAllOffersAction = memberAction(...acts.acceptAll);

export const declineOfferAction = memberAction(...acts.decline);

export const withdrawOfferAction = memberAction(...acts.withdraw);

export const translateByMachineAction = memberAction(...acts.machine);

export const askTranslationAction = memberAction(...acts.ask);
