import * as actions from "@/lib/heritage/actions";
import { HERITAGE_VERBS } from "@/lib/heritage/noun.queries";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

export const generateMetadata = translateMetadata;

export default function HeritageItemTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={actions} noun={HERITAGE_VERBS} />;
}
