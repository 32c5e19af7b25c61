import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type DeadlineWordsProps = {
  deadline: string;
  locale: Locale;
  /** What the day is stands beside it already. */
  bare?: boolean;
};

/** Until when one may answer, or that it is too late. */
export function DeadlineWords({ deadline, locale, bare }: DeadlineWordsProps) {
  const t = getTranslator(locale, "projects");
  const day = formatDay(deadline, locale);
  if (deadline >= today()) return <span>{bare ? day : t("deadline.open", { day })}</span>;
  return <span className="font-semibold text-warning">{t("deadline.passed", { day })}</span>;
}
