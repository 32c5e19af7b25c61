import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FOLLOW_UP_ANSWERS, FOLLOW_UP_MONTHS } from "@/lib/projects/outcomes/follow-ups";
import type { FollowUpCount } from "@/lib/statistics/outcomes.queries";
import { DataTable } from "../ui/data-table";

type FollowUpTableProps = { locale: Locale; counts: FollowUpCount[] };

/** How the agreements go on: each answer after 6 and after 12 months, and how many are still waited for. */
export function FollowUpTable({ locale, counts }: FollowUpTableProps) {
  const t = getTranslator(locale, "statistics");
  const outcomes = getTranslator(locale, "outcomes");
  return (
    <DataTable
      caption={t("outcomes.followUps")}
      columns={[
        {
          key: "answer",
          header: t("outcomes.answer"),
          rowHeader: true,
          cell: (answer) =>
            answer ? outcomes(`followUp.answers.${answer}`) : t("outcomes.noAnswer"),
        },
        ...FOLLOW_UP_MONTHS.map((months) => ({
          key: `after-${months}`,
          header: outcomes("followUp.title", { months }),
          numeric: true,
          cell: (answer: (typeof FOLLOW_UP_ANSWERS)[number] | null) =>
            counts.find((one) => one.months === months && one.answer === answer)?.count ?? 0,
        })),
      ]}
      rowKey={(answer) => answer ?? "none"}
      rows={[...FOLLOW_UP_ANSWERS, null]}
    />
  );
}
