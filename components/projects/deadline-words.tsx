import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { deadlineWords } from "@/lib/projects/deadline-words";

type DeadlineWordsProps = {
  deadline: string;
  locale: Locale;
};

/** The last day to answer, where that is said beside it, or that it is too late. */
export function DeadlineWords({ deadline, locale }: DeadlineWordsProps) {
  const { text, isOver } = deadlineWords(deadline, today(), locale);
  if (isOver) return <span className="font-semibold text-warning">{text}</span>;
  return <span>{formatDay(deadline, locale)}</span>;
}
