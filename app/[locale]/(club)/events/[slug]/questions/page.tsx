import { EVENT_VERBS } from "@/lib/events/noun.queries";
import { askTranslationAction } from "@/lib/events/translations.actions";
import {
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../entry-questions-page";

export const generateMetadata = questionsMetadata(EVENT_VERBS);

export default function EventQuestionsPage(props: QuestionsPageProps) {
  return <EntryQuestionsPage {...props} ask={askTranslationAction} noun={EVENT_VERBS} />;
}
