import { COOPERATION_VERBS } from "@/lib/cooperations/noun.queries";
import { askTranslationAction } from "@/lib/cooperations/translations.actions";
import {
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../entry-questions-page";

export const generateMetadata = questionsMetadata(COOPERATION_VERBS);

export default function CooperationQuestionsPage(props: QuestionsPageProps) {
  return <EntryQuestionsPage {...props} ask={askTranslationAction} noun={COOPERATION_VERBS} />;
}
