import { MailedIntroductionAnswer } from "@/components/introductions/mailed-introduction-answer";
import { NarrowPage } from "@/components/ui/narrow-page";
import { getTranslator } from "@/lib/core/i18n/translator";
import { answerMailedIntroductionAction } from "@/lib/introductions/by-mail.actions";
import { getMailedIntroduction } from "@/lib/introductions/by-mail.queries";
import type { MailedProps } from "./interest-answer";

/** A proposed exchange: accepted, or not now; afterwards, what became of it. */
export async function IntroductionAnswer(props: MailedProps) {
  const { holder, subjectId, ...asked } = props;
  const introduction = await getMailedIntroduction(holder, subjectId);
  if (!introduction) {
    return (
      <NarrowPage title={getTranslator(props.locale, "interests")("byMail.goneTitle")}>
        <p>{getTranslator(props.locale, "introductions")("byMail.gone")}</p>
      </NarrowPage>
    );
  }
  return (
    <MailedIntroductionAnswer
      {...asked}
      action={answerMailedIntroductionAction}
      introduction={introduction}
    />
  );
}
