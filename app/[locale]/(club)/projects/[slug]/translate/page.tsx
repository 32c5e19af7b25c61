import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import * as actions from "@/lib/projects/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

const ACTIONS = { ...actions };

export const generateMetadata = translateMetadata;

export default function ProjectTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={ACTIONS} noun={PROJECT_VERBS} />;
}
