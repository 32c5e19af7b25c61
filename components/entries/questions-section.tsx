import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { type EntryPlace, pageOf } from "@/lib/entries/noun";
import type { QuestionsPage } from "@/lib/entries/questions/queries";
import { QUESTION_LENGTH } from "@/lib/entries/questions/question-limits";
import { isForeign } from "@/lib/entries/questions/question-parts";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { QuestionEntry } from "./question-entry";
import type { QuestionActions } from "./question-moves";

type QuestionsSectionProps = {
  page: QuestionsPage;
  entry: EntryPlace;
  locale: Locale;
  actions: QuestionActions;
  /** The form whose act has just gone well, by its id, which says so. */
  told: string | null;
  /** What stands under each, by key. */
  takeDowns: ReadonlyMap<string, ReactNode>;
  /** Why nobody asks here any more, in words. */
  closed?: string;
};

/** What members ask under an entry and what its owner answers. */
export function QuestionsSection({
  page,
  entry,
  locale,
  actions,
  told,
  takeDowns,
  closed,
}: QuestionsSectionProps) {
  const t = getTranslator(locale, "entries");
  const said = getTranslator(locale, "translations");
  const { questions, isOwn } = page;
  const canAsk = page.canAsk && !closed;
  const { entryKind: kind } = entry;
  if (questions.length === 0 && !canAsk && (closed || !isOwn)) return null;
  return (
    <section
      aria-labelledby="questions"
      className={`mt-12 scroll-mt-24 ${questions.length === 0 ? "no-print" : ""}`}
    >
      <h2 className="mb-4 font-semibold text-2xl" id="questions">
        {t("questions.title", { kind })}
      </h2>
      {questions.length === 0 ? (
        <p className="max-w-measure text-secondary">
          {t(isOwn ? "questions.noneYours" : "questions.none", { kind })}
        </p>
      ) : (
        <ul className="space-y-6">
          {questions.map((question) => (
            <li key={question.id}>
              <QuestionEntry {...{ actions, entry, locale, question, told }} />
              {takeDowns.get(question.id)}
            </li>
          ))}
        </ul>
      )}
      {questions.some((question) => isForeign(question, locale)) ? (
        <p className="no-print mt-6 max-w-measure text-secondary">
          {`${said("questions.leftText", { kind, language: locale })} `}
          <a href={path(locale, `${pageOf(entry)}/questions`, { to: locale })}>
            {said("questions.left", { kind })}
          </a>
        </p>
      ) : null}
      {closed ? <p className="no-print mt-6 max-w-measure text-secondary">{closed}</p> : null}
      {canAsk ? (
        <KeyedForm
          action={actions.ask}
          className="no-print mt-6 max-w-measure space-y-4"
          hidden={{ slug: entry.slug, locale }}
          id="form-ask"
          locale={locale}
          scope="ask"
        >
          <TextField
            hint={t("questions.hint", {
              kind,
              least: leastLengthIn(locale, QUESTION_LENGTH.least),
              most: QUESTION_LENGTH.most,
            })}
            label={t("questions.yours", { kind })}
            maxLength={QUESTION_LENGTH.most}
            name="question"
            required
            rows={3}
          />
          <SubmitButton variant="secondary">{t("questions.ask", { kind })}</SubmitButton>
        </KeyedForm>
      ) : null}
    </section>
  );
}
