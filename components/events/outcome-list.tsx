import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OUTCOMES } from "@/lib/events/attendance";
import type { EventOutcomes } from "@/lib/events/attendance.queries";
import { TitledPart } from "../ui/titled-part";

type OutcomeListProps = EventOutcomes & { locale: Locale };

/** What those who came answered: how many each way, and their words without their names. */
export function OutcomeList({ counts, written, locale }: OutcomeListProps) {
  const t = getTranslator(locale, "events");
  const count = (which: string | null) =>
    counts.reduce((sum, one) => (one.outcome === which ? sum + one.count : sum), 0);
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  if (all === 0) return null;
  const texts = written.map((words, place) => ({ words, place }));
  return (
    <TitledPart id="outcomes" size="tight" title={t("after.answers", { count: all })}>
      <ul className="mb-4">
        {OUTCOMES.map((one) => (
          <li key={one}>
            {t("after.counted", {
              answer: t(`after.outcomes.${one}`),
              count: count(one),
            })}
          </li>
        ))}
      </ul>
      <ul className="space-y-3">
        {texts.map(({ words, place }) => (
          <li className="border-hairline border-l-2 pl-4 text-secondary" dir="auto" key={place}>
            {words}
          </li>
        ))}
      </ul>
    </TitledPart>
  );
}
