import { AskTitleSheet } from "@/components/asks/ask-title-sheet";
import { translateAskAction } from "@/lib/asks/actions";
import { ASK_LENGTH } from "@/lib/asks/ask";
import { ASK_VERBS } from "@/lib/asks/noun.queries";
import { getAskSheet } from "@/lib/asks/translating.queries";
import { requireMember } from "@/lib/core/auth/viewer";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import {
  askedLanguage,
  EntryQuestionsPage,
  type QuestionsPageProps,
  questionsMetadata,
} from "../../../../(club)/entry-questions-page";

export const generateMetadata = questionsMetadata(ASK_VERBS);

export default async function AskQuestionsPage(props: QuestionsPageProps) {
  const { slug } = await props.params;
  const locale = await pageLocale(props.params);
  const viewer = await requireMember(locale, `/ask/${slug}/questions`);
  const sheet = await getAskSheet(viewer, slug, await askedLanguage(props.searchParams, locale));
  return (
    <EntryQuestionsPage {...props} noun={ASK_VERBS}>
      {sheet ? (
        <AskTitleSheet
          action={translateAskAction}
          key={`${sheet.to}-${sheet.version}`}
          locale={locale}
          most={ASK_LENGTH.most}
          sheet={sheet}
        />
      ) : null}
    </EntryQuestionsPage>
  );
}
