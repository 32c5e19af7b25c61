import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Reported } from "@/lib/moderation/reports.queries";
import { PersonWords } from "../ui/person-words";
import { QuotedWords } from "../ui/quoted-words";

type CaseDecisionProps = {
  reported: Pick<Reported, "decision" | "isAppeal" | "subject">;
  locale: Locale;
};

/** What was decided of a case, by whom and when; nothing of a take-down in force, whose notice says it. */
export function CaseDecision({ reported, locale }: CaseDecisionProps) {
  const { decision, isAppeal, subject } = reported;
  if (!decision) return null;
  const { verdict, by: name, at, words } = decision;
  const isApproved = verdict === "approved";
  if (isApproved && !isAppeal && subject?.isHidden) return null;
  const t = getTranslator(locale, "admin");
  const date = formatDay(at, locale);
  return (
    <>
      <p>
        <PersonWords
          words={t(
            `reports.${isAppeal ? "appealed" : "case"}.${isApproved ? "approved" : "refused"}`,
            {
              ...{ name, date },
            },
          )}
        />
      </p>
      {words ? <QuotedWords words={words} /> : null}
    </>
  );
}
