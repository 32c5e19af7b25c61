import { ANSWER_MAX } from "@/lib/applications/answer-limits";
import type { OwnApplication } from "@/lib/applications/queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { QuotedWords } from "../ui/quoted-words";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { KeptWords } from "./kept-words";

type QuestionFormProps = { action: FormAction; application: OwnApplication; locale: Locale };

/**
 * What the club team asks, and the field to answer. Without JavaScript the answer to a sent form is a new page: where
 * no answer is awaited any more the form is out of sight, but stays to say so and to give the words back.
 */
export function QuestionForm({ action, application, locale }: QuestionFormProps) {
  const t = getTranslator(locale, "applications");
  const isAwaited = application.state === "info-requested";
  const question = application.messages.findLast(({ kind }) => kind === "question");
  return (
    <Card
      as="section"
      className={isAwaited ? "" : "hidden has-[[role=alert]]:block"}
      labelledBy="question"
    >
      <h2 className="font-semibold text-xl" id="question">
        {t("status.question")}
      </h2>
      {question ? (
        <QuotedWords className="mt-3" lang={application.locale} words={question.words} />
      ) : null}
      <div className="mt-6">
        <KeyedForm
          action={action}
          className="space-y-4"
          hidden={{ applicationId: application.id, version: String(application.version) }}
          locale={locale}
          scope="answer"
        >
          {isAwaited ? (
            <>
              <TextField
                hint={t("status.answerHint")}
                label={t("status.answer")}
                maxLength={ANSWER_MAX.answer}
                name="words"
                required
                rows={6}
              />
              <SubmitButton>{t("status.send")}</SubmitButton>
            </>
          ) : (
            <KeptWords label={t("status.answer")} />
          )}
        </KeyedForm>
      </div>
    </Card>
  );
}
