import { EVENT_VERBS } from "@/lib/events/noun.queries";
import * as actions from "@/lib/events/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

const ACTIONS = { ...actions };

export const generateMetadata = translateMetadata;

export default function EventTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={ACTIONS} noun={EVENT_VERBS} />;
}
