import { EXPERIENCE_VERBS } from "@/lib/experiences/noun.queries";
import { askTranslationAction } from "@/lib/experiences/translations.actions";
import {
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../entry-questions-page";

export const generateMetadata = questionsMetadata(EXPERIENCE_VERBS);

export default function ExperienceQuestionsPage(props: QuestionsPageProps) {
  return <EntryQuestionsPage {...props} ask={askTranslationAction} noun={EXPERIENCE_VERBS} />;
}
