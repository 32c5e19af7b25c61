import { COOPERATION_VERBS } from "@/lib/cooperations/noun.queries";
import * as actions from "@/lib/cooperations/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

const ACTIONS = { ...actions };

export const generateMetadata = translateMetadata;

export default function CooperationTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={ACTIONS} noun={COOPERATION_VERBS} />;
}
