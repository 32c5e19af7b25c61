import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import * as actions from "@/lib/projects/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

export const generateMetadata = translateMetadata;

export default function ProjectTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={actions} noun={PROJECT_VERBS} />;
}
