import { HERITAGE_VERBS } from "@/lib/heritage/noun.queries";
import * as actions from "@/lib/heritage/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

const ACTIONS = { ...actions };

export const generateMetadata = translateMetadata;

export default function HeritageItemTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={ACTIONS} noun={HERITAGE_VERBS} />;
}
