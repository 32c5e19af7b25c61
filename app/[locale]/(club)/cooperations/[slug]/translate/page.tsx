import * as actions from "@/lib/cooperations/actions";
import { COOPERATION_VERBS } from "@/lib/cooperations/noun.queries";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

export const generateMetadata = translateMetadata;

export default function CooperationTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={actions} noun={COOPERATION_VERBS} />;
}
