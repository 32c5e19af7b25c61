import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import type { EventContent } from "@/lib/events/event";
import { daysOutside } from "@/lib/events/programme";
import { Notice } from "../ui/notice";

type ProgrammeOutsideProps = { content: EventContent; locale: Locale };

/** To who edits an event: days of its programme that its dates do not hold. */
export function ProgrammeOutside({ content, locale }: ProgrammeOutsideProps) {
  const days = daysOutside(content).map((day) => formatDay(day, locale));
  if (days.length === 0) return null;
  const t = getTranslator(locale, "events");
  return (
    <Notice title={t("editor.outsideTitle")} tone="warning">
      {t("editor.outsideText", { days: listed(days, locale) })}
    </Notice>
  );
}
