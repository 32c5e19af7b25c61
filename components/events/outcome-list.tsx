import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OUTCOMES } from "@/lib/events/attendance";

type OutcomeListProps = {
  outcomes: readonly { outcome: string | null; words: string | null }[];
  locale: Locale;
};

/** What those who came answered: how many each way, and their words without their names. */
export function OutcomeList({ outcomes, locale }: OutcomeListProps) {
  const t = getTranslator(locale, "events");
  if (outcomes.length === 0) return null;
  return (
    <section aria-labelledby="outcomes">
      <h2 className="mb-3 font-semibold text-xl" id="outcomes">
        {t("after.answers", { count: outcomes.length })}
      </h2>
      <ul className="mb-4">
        {OUTCOMES.map((one) => (
          <li key={one}>
            {t("after.counted", {
              answer: t(`after.outcomes.${one}`),
              count: outcomes.filter(({ outcome }) => outcome === one).length,
            })}
          </li>
        ))}
      </ul>
      <ul className="space-y-3">
        {outcomes
          .flatMap(({ words }) => (words ? [words] : []))
          .map((words) => (
            <li className="border-hairline border-l-2 pl-4 text-secondary" dir="auto" key={words}>
              {words}
            </li>
          ))}
      </ul>
    </section>
  );
}
