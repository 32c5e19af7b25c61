import { addDays, formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge } from "../ui/badge";

type AskClockProps = {
  ask: { isOpen: boolean; closes: string | null; publishedAt: Date | null };
  locale: Locale;
};

/** Whether a question takes answers and until which day, and when it was asked. */
export function AskClock({ ask, locale }: AskClockProps) {
  const t = getTranslator(locale, "asks");
  const { isOpen, closes, publishedAt } = ask;
  const last = closes && addDays(closes, -1);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
      <Badge tone={isOpen ? "success" : "neutral"}>
        {isOpen && last ? t("page.openUntil", { day: formatDay(last, locale) }) : t("page.closed")}
      </Badge>
      {publishedAt ? t("page.askedOn", { day: formatDay(publishedAt, locale) }) : null}
    </p>
  );
}
