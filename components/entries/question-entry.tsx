import type { ReactNode } from "react";
import type { EntryKind } from "@/db/enums";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import type { QuestionsPage } from "@/lib/entries/questions/queries";
import { ANSWER_MAX } from "@/lib/entries/questions/question-limits";
import { KeyedForm } from "../ui/keyed-form";
import { LocalizedProse } from "../ui/localized-prose";
import { MoveForm } from "../ui/move-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { SaidWords } from "./said-words";

type Question = QuestionsPage["questions"][number];

export type QuestionActions = Record<"ask" | "answer" | "remove" | "removeAnswer", FormAction>;

type QuestionEntryProps = {
  question: Question;
  kind: EntryKind;
  locale: Locale;
  actions: QuestionActions;
};

/** One question with its answer, and what the reader may do with them. */
export function QuestionEntry({ question, kind, locale, actions }: QuestionEntryProps) {
  const t = getTranslator(locale, "entries");
  const { id, may, answer, answerLocale, answeredAt } = question;
  const hidden = { questionId: id, version: String(question.version) };
  const label = (lang: Locale) => (lang === locale ? undefined : fallbackLabel(locale, lang));
  return (
    <article aria-label={t("questions.one", { kind })} className="border-hairline border-l-4 pl-4">
      {question.words ? null : <p className="text-muted">{t("questions.erased", { kind })}</p>}
      <SaidWords
        at={question.createdAt}
        by={question.asker}
        className="font-semibold"
        isOwn={question.isOwn}
        lang={question.locale}
        locale={locale}
        words={question.words}
      />
      {answer && answerLocale && answeredAt ? (
        <div className="mt-3">
          <p className="mb-1 text-muted text-sm">
            {t("questions.answered", { kind, day: formatDay(answeredAt, locale) })}
          </p>
          <LocalizedProse fallbackLabel={label(answerLocale)} lang={answerLocale} text={answer} />
        </div>
      ) : null}
      <div className="no-print mt-2 flex flex-wrap items-start gap-x-4">
        {question.isOwn && (answer || kind === "ask") ? (
          <a
            className="inline-flex min-h-11 items-center"
            href={path(locale, "/experiences/new", { question: id })}
          >
            {getTranslator(locale, "experiences")("from")}
          </a>
        ) : null}
        {may.answer ? (
          <details className="open:basis-full">
            <summary className="inline-flex min-h-11 items-center font-semibold text-link">
              {t(answer ? "questions.answerAnew" : "questions.answer", { kind })}
            </summary>
            <KeyedForm
              action={actions.answer}
              className="max-w-measure space-y-4 py-2"
              hidden={{ ...hidden, locale }}
              locale={locale}
              scope={`answer-${id}`}
            >
              <TextField
                defaultValue={answer ?? ""}
                label={t("questions.yourAnswer", { kind })}
                maxLength={ANSWER_MAX}
                name="answer"
                required
                rows={4}
              />
              <SubmitButton variant="secondary">{t("questions.send", { kind })}</SubmitButton>
            </KeyedForm>
          </details>
        ) : null}
        {may.removeAnswer ? (
          <Removal
            consequence={t("questions.answerGone", { kind })}
            label={t("questions.removeAnswer", { kind })}
          >
            <MoveForm
              action={actions.removeAnswer}
              hidden={hidden}
              label={t("questions.removeAnswer", { kind })}
              locale={locale}
              scope={`remove-answer-${id}`}
              variant="danger"
            />
          </Removal>
        ) : null}
        {may.remove ? (
          <Removal
            consequence={t("questions.questionGone", { kind })}
            label={t("questions.remove", { kind })}
          >
            <MoveForm
              action={actions.remove}
              hidden={hidden}
              label={t("questions.remove", { kind })}
              locale={locale}
              scope={`remove-${id}`}
              variant="danger"
            />
          </Removal>
        ) : null}
      </div>
    </article>
  );
}

type RemovalProps = { label: string; consequence: string; children: ReactNode };

/** What goes for good is said before the button. */
function Removal({ label, consequence, children }: RemovalProps) {
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-11 items-center text-link">{label}</summary>
      <div className="space-y-3 py-2">
        <p>{consequence}</p>
        {children}
      </div>
    </details>
  );
}
