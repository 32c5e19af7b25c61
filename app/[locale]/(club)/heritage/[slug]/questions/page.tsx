import { HERITAGE_VERBS } from "@/lib/heritage/noun.queries";
import { askTranslationAction } from "@/lib/heritage/translations.actions";
import {
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../entry-questions-page";

export const generateMetadata = questionsMetadata(HERITAGE_VERBS);

export default function HeritageQuestionsPage(props: QuestionsPageProps) {
  return <EntryQuestionsPage {...props} ask={askTranslationAction} noun={HERITAGE_VERBS} />;
}
