import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Reported } from "@/lib/moderation/reports.queries";
import { PersonWords } from "../ui/person-words";
import { QuotedWords } from "../ui/quoted-words";
import { TitledPart } from "../ui/titled-part";

type ReportListProps = { reported: Reported; locale: Locale };

/** Who says what of a reported thing, oldest first: for the club team alone. */
export function ReportList({ reported: { reports, isAppeal }, locale }: ReportListProps) {
  const t = getTranslator(locale, "admin");
  return (
    <TitledPart
      id="reports"
      size="tight"
      title={isAppeal ? t("reports.appeal") : t("reports.case.reports", { count: reports.length })}
    >
      <ol className="divide-y divide-hairline border-hairline border-y">
        {reports.map(({ id, createdAt, reason, words, by }) => (
          <li className="space-y-1 py-4" key={id}>
            {isAppeal ? null : <p className="font-semibold">{reason}</p>}
            {words ? <QuotedWords className="my-2" words={words} /> : null}
            <p className="text-muted text-sm">
              <PersonWords
                words={t("reports.case.said", {
                  name: by ?? t("reports.case.visitor"),
                  date: formatInstant(createdAt, locale),
                })}
              />
            </p>
          </li>
        ))}
      </ol>
    </TitledPart>
  );
}
