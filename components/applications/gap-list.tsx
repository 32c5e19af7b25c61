import type { Fault } from "@/lib/applications/answer-faults";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Notice } from "../ui/notice";

type GapListProps = {
  faults: readonly Fault[];
  labelOf: (field: string) => string;
  locale: Locale;
};

/** What is missing or wrong before the application can be sent, each with the way to its field. */
export function GapList({ faults, labelOf, locale }: GapListProps) {
  const t = getTranslator(locale, "applications");
  const errors = getTranslator(locale, "errors");
  if (faults.length === 0) return null;
  return (
    <Notice title={t("check.gaps", { count: faults.length })} tone="warning">
      <ul className="space-y-1">
        {faults.map(({ field, step, code, values }) => (
          <li key={field}>
            <a href={path(locale, `/apply/${step}#field-${field}`)}>{labelOf(field)}</a>
            {` · ${errors(code, values)}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
