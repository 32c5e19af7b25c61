import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { deadlineWords } from "@/lib/projects/deadline-words";

type DeadlineWordsProps = {
  deadline: string;
  locale: Locale;
  /** What the day is stands beside it already. */
  bare?: boolean;
};

/** Until when one may answer, or that it is too late. */
export function DeadlineWords({ deadline, locale, bare }: DeadlineWordsProps) {
  const { text, isOver } = deadlineWords(deadline, today(), locale);
  if (isOver) return <span className="font-semibold text-warning">{text}</span>;
  return <span>{bare ? formatDay(deadline, locale) : text}</span>;
}
