import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EntryPlace } from "@/lib/entries/noun";
import type { QuestionsPage } from "@/lib/entries/questions/queries";
import { PartWords } from "./part-words";
import { type QuestionActions, QuestionMoves } from "./question-moves";
import { SaidWords } from "./said-words";

type QuestionEntryProps = {
  question: QuestionsPage["questions"][number];
  entry: EntryPlace;
  locale: Locale;
  actions: QuestionActions;
  told: string | null;
};

/** One question with its answer, and what the reader may do with them. */
export function QuestionEntry({ question, entry, locale, actions, told }: QuestionEntryProps) {
  const t = getTranslator(locale, "entries");
  const { answer, answerLocale, answeredAt } = question;
  const { entryKind: kind } = entry;
  return (
    <article aria-label={t("questions.one", { kind })} className="border-hairline border-l-4 pl-4">
      {question.words ? null : <p className="text-muted">{t("questions.erased", { kind })}</p>}
      <SaidWords
        at={question.createdAt}
        by={question.asker}
        isOwn={question.isOwn}
        lang={question.locale}
        locale={locale}
        words={question.words}
      >
        {question.words ? (
          <PartWords
            {...{ kind, locale }}
            className={kind === "ask" ? undefined : "font-semibold"}
            lang={question.locale}
            shown={question.shown.question}
            words={question.words}
          />
        ) : null}
      </SaidWords>
      {answer && answerLocale && answeredAt ? (
        <div className="mt-3">
          <p className="mb-1 text-muted text-sm">
            {t("questions.answered", { kind, day: formatDay(answeredAt, locale) })}
          </p>
          <PartWords
            {...{ kind, locale }}
            lang={answerLocale}
            shown={question.shown.answer}
            words={answer}
          />
        </div>
      ) : null}
      <QuestionMoves {...{ question, entry, locale, actions, told }} />
    </article>
  );
}
