import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import * as actions from "@/lib/experiences/translations.actions";
import {
  TranslatePage,
  type TranslatePageProps,
  translateMetadata,
} from "../../../entry-translate-page";

const ACTIONS = { ...actions };

export const generateMetadata = translateMetadata;

export default function ExperienceTranslatePage(props: TranslatePageProps) {
  return <TranslatePage {...props} actions={ACTIONS} noun={EXPERIENCE_VERBS} />;
}
