import { ANSWER_MAX } from "@/lib/applications/answer-limits";
import type { OwnApplication } from "@/lib/applications/queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { TextField } from "../ui/text-field";
import { MoveForm } from "./move-form";
import { QuotedWords } from "./quoted-words";

type QuestionFormProps = { action: FormAction; application: OwnApplication; locale: Locale };

/** What the club team asks, and the field to answer. */
export function QuestionForm({ action, application, locale }: QuestionFormProps) {
  const t = getTranslator(locale, "applications");
  const question = application.messages.findLast(({ kind }) => kind === "question");
  return (
    <Card as="section" labelledBy="question">
      <h2 className="font-semibold text-xl" id="question">
        {t("status.question")}
      </h2>
      {question ? <QuotedWords className="mt-3" words={question.words} /> : null}
      <div className="mt-6">
        <MoveForm
          action={action}
          hidden={{ applicationId: application.id, version: String(application.version) }}
          label={t("status.send")}
          locale={locale}
          scope="answer"
        >
          <TextField
            hint={t("status.answerHint")}
            label={t("status.answer")}
            maxLength={ANSWER_MAX.answer}
            name="words"
            required
            rows={6}
          />
        </MoveForm>
      </div>
    </Card>
  );
}
