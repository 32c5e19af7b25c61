import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type DiffPart, diffTexts } from "@/lib/core/text/text-diff";
import { answerWords } from "./answer-words";
import type { ApplicationAnswers } from "./answers";
import { FORM_STEPS } from "./form-steps";

/** An answer that differs, taken away and put in, by its label; `lang` (a tag) where it is written in a known language. */
export type AnswerChange = { label: string; lang: string | null; parts: DiffPart[] };

/** Long enough to be compared word by word. */
const PROSE = ["jobTitle", "pitch", "expectations", "contribution"];

/** What two sets of answers differ in, in the order of the form, in words of the reader's language. */
export function listAnswerChanges(
  before: ApplicationAnswers,
  after: ApplicationAnswers,
  locale: Locale,
  written: Locale,
): AnswerChange[] {
  return FORM_STEPS.flatMap((step) => {
    const [old, now] = [before, after].map((answers) => answerWords(step, answers, locale));
    const fields = new Set([...(old ?? []), ...(now ?? [])].map(({ field }) => field));
    return [...fields].flatMap((field) => {
      const [was, is] = [old, now].map((words) => words?.find((one) => one.field === field));
      const langs = new Set(
        [...(was?.texts ?? []), ...(is?.texts ?? [])].map(({ lang = null }) => lang),
      );
      return [...langs].flatMap((lang): AnswerChange[] => {
        const [a, b] = [was, is].map(
          (words) => words?.texts.find((text) => (text.lang ?? null) === lang)?.text ?? "",
        ) as [string, string];
        if (a === b) return [];
        const label = is?.label ?? was?.label ?? "";
        const parts = PROSE.includes(field) ? diffTexts(a, b, written) : replaced(a, b, locale);
        return [{ label, lang, parts }];
      });
    });
  });
}

function replaced(before: string, after: string, locale: Locale): DiffPart[] {
  const nothing = getTranslator(locale, "admin")("dossier.empty");
  return [
    { value: before || nothing, removed: true },
    { value: " → " },
    { value: after || nothing, added: true },
  ];
}
