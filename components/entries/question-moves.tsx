import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type EntryPlace, pageOf } from "@/lib/entries/noun";
import type { QuestionsPage } from "@/lib/entries/questions/queries";
import { ANSWER_MAX } from "@/lib/entries/questions/question-limits";
import { KeyedForm } from "../ui/keyed-form";
import { MoveForm } from "../ui/move-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

export type QuestionActions = Record<"ask" | "answer" | "remove" | "removeAnswer", FormAction>;

type QuestionMovesProps = {
  question: QuestionsPage["questions"][number];
  entry: EntryPlace;
  locale: Locale;
  actions: QuestionActions;
  /** The form that says that its act went well stays open. */
  told: string | null;
};

/** What a reader may do with a question: pass it on, translate it, answer it, take it off. */
export function QuestionMoves({ question, entry, locale, actions, told }: QuestionMovesProps) {
  const t = getTranslator(locale, "entries");
  const { id, may, answer } = question;
  const { entryKind: kind } = entry;
  const hidden = { questionId: id, version: String(question.version) };
  const form = `form-answer-${id}`;
  return (
    <div className="no-print mt-2 flex flex-wrap items-start gap-x-4">
      {question.isOwn && (answer || kind === "ask") ? (
        <a
          className="inline-flex min-h-11 items-center"
          href={path(locale, "/experiences/new", { question: id })}
        >
          {getTranslator(locale, "experiences")("from")}
        </a>
      ) : null}
      {may.translate.length > 0 ? (
        <a
          className="inline-flex min-h-11 items-center"
          href={`${path(locale, `${pageOf(entry)}/questions`, { to: locale })}#question-${id}`}
        >
          {getTranslator(locale, "translations")("questions.translate", { kind })}
        </a>
      ) : null}
      {may.answer ? (
        <details className="open:basis-full" open={told === form}>
          <summary className="inline-flex min-h-11 items-center font-semibold text-link">
            {t(answer ? "questions.answerAnew" : "questions.answer", { kind })}
          </summary>
          <KeyedForm
            action={actions.answer}
            className="max-w-measure space-y-4 py-2"
            hidden={{ ...hidden, locale }}
            id={form}
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
          action={actions.removeAnswer}
          consequence={t("questions.answerGone", { kind })}
          hidden={hidden}
          label={t("questions.removeAnswer", { kind })}
          locale={locale}
          scope={`remove-answer-${id}`}
        />
      ) : null}
      {may.remove ? (
        <Removal
          action={actions.remove}
          consequence={t("questions.questionGone", { kind })}
          hidden={hidden}
          label={t("questions.remove", { kind })}
          locale={locale}
          scope={`remove-${id}`}
        />
      ) : null}
    </div>
  );
}

type RemovalProps = {
  action: FormAction;
  hidden: Record<string, string>;
  label: string;
  consequence: string;
  scope: string;
  locale: Locale;
};

/** What goes for good is said before the button. */
function Removal({ label, consequence, ...move }: RemovalProps) {
  return (
    <details className="open:basis-full">
      <summary className="inline-flex min-h-11 items-center text-link">{label}</summary>
      <div className="space-y-3 py-2">
        <p>{consequence}</p>
        <MoveForm {...move} label={label} variant="danger" />
      </div>
    </details>
  );
}
