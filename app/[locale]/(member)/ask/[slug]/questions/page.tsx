import { ASK_VERBS } from "@/lib/asks/noun.queries";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import {
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../../(club)/entry-questions-page";

export const generateMetadata = questionsMetadata(ASK_VERBS);

export default async function AskQuestionsPage(props: QuestionsPageProps) {
  const { slug } = await props.params;
  await requireMember(await pageLocale(props.params), `/ask/${slug}/questions`);
  return <EntryQuestionsPage {...props} noun={ASK_VERBS} />;
}
