import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import {
  acceptAllOffersAction,
  acceptOfferAction,
  declineOfferAction,
  offerTranslationsAction,
  saveTranslationsAction,
  translateByMachineAction,
  withdrawOfferAction,
} from "@/lib/projects/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

const ACTIONS = {
  save: saveTranslationsAction,
  offer: offerTranslationsAction,
  accept: acceptOfferAction,
  acceptAll: acceptAllOffersAction,
  decline: declineOfferAction,
  withdraw: withdrawOfferAction,
  machine: translateByMachineAction,
};

export const generateMetadata = translateMetadata;

export default function ProjectTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={ACTIONS} noun={PROJECT_VERBS} />;
}
