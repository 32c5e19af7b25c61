import type { Locale } from "@/lib/core/i18n/locales";
import { begun } from "@/lib/core/i18n/word-list";
import { Icon } from "./icon";

type AnswerDueProps = {
  /** Since when it waits, and by when an answer was promised, in words. */
  waiting: string;
  due: string;
  isLate: boolean;
  locale: Locale;
};

/** How long something of the club team's waits; first that its answer is late. */
export function AnswerDue({ waiting, due, isLate, locale }: AnswerDueProps) {
  const words = (isLate ? [due, waiting] : [waiting, due]).join(locale === "zh" ? "，" : ", ");
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-sm ${isLate ? "font-semibold text-warning" : "text-muted"}`}
    >
      <Icon className="size-4" name={isLate ? "warning" : "clock"} />
      {begun(words, locale)}
    </span>
  );
}
