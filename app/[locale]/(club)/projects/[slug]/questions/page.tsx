import { PROJECT_VERBS } from "@/lib/projects/noun.queries";
import { askTranslationAction } from "@/lib/projects/translations.actions";
import {
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../entry-questions-page";

export const generateMetadata = questionsMetadata(PROJECT_VERBS);

export default function ProjectQuestionsPage(props: QuestionsPageProps) {
  return <EntryQuestionsPage {...props} ask={askTranslationAction} noun={PROJECT_VERBS} />;
}
