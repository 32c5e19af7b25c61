import { MailedPassingAnswer } from "@/components/introductions/mailed-passing-answer";
import { NarrowPage } from "@/components/ui/narrow-page";
import { getTranslator } from "@/lib/core/i18n/translator";
import { answerMailedPassingAction } from "@/lib/introductions/by-mail.actions";
import { getMailedPassing } from "@/lib/introductions/by-mail.queries";
import type { MailedProps } from "./interest-answer";

/** An introduction that is asked for: passed on, or not; afterwards, what became of it. */
export async function PassingAnswer(props: MailedProps) {
  const { holder, subjectId, ...asked } = props;
  const passing = await getMailedPassing(holder, subjectId);
  if (!passing) {
    return (
      <NarrowPage title={getTranslator(props.locale, "interests")("byMail.goneTitle")}>
        <p>{getTranslator(props.locale, "introductions")("byMail.gone")}</p>
      </NarrowPage>
    );
  }
  return <MailedPassingAnswer {...asked} action={answerMailedPassingAction} passing={passing} />;
}
