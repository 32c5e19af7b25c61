import type { Locale } from "@/lib/core/i18n/locales";
import type { QuestionsPage } from "./queries";
import { type PartTranslation, partsIn, questionFingerprint } from "./question-parts";

type Question = QuestionsPage["questions"][number];

export type QuestionRow = ReturnType<typeof toRow>;

/** So many are translated on one page: what is missing first. */
const MOST = 12;

/**
 * The questions that were read for a language as its translators work on them: those with something that the viewer may
 * write, what has no translation first; `missing` counts all that have none, whoever may write it.
 */
export function toQuestionSheet(questions: readonly Question[], to: Locale) {
  const rows = questions.map((question) => toRow(question, to)).filter(({ parts }) => parts.length);
  const missing = rows.filter(({ isMissing }) => isMissing);
  const done = rows.filter(({ isMissing }) => !isMissing);
  const mine = [...missing, ...done].filter(({ parts }) => parts.some(({ isOpen }) => isOpen));
  return { missing: missing.length, rows: mine.slice(0, MOST), isCut: mine.length > MOST };
}

/** One question with what stands in the language of each part that is not in it. */
function toRow(question: Question, to: Locale) {
  const { id, translated, may } = question;
  const inIt = (list: readonly PartTranslation[] = []) => list.find(({ locale }) => locale === to);
  const there = { question: inIt(translated.question), answer: inIt(translated.answer) };
  const parts = partsIn(question, to).map(({ part, original }) => ({
    part,
    original,
    current: there[part]?.words ?? "",
    note: there[part]?.note ?? null,
    isOpen: may.translate.includes(part),
  }));
  return {
    id,
    parts,
    isMissing: parts.some(({ current }) => current === ""),
    fingerprint: questionFingerprint(question, to, {
      question: there.question?.words,
      answer: there.answer?.words,
    }),
  };
}
