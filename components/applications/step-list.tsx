import type { DossierStep } from "@/lib/applications/vetting/dossier.queries";
import { eventWords } from "@/lib/audit/event-words";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type StepListProps = { locale: Locale; steps: DossierStep[] };

/** What happened to an application, step by step. */
export function StepList({ locale, steps }: StepListProps) {
  const t = getTranslator(locale, "vetting");
  return (
    <ol className="divide-y divide-hairline border-hairline border-y">
      {steps.map(({ id, name, actor, at }) => (
        <li className="flex flex-wrap justify-between gap-x-6 gap-y-0.5 py-2.5" key={id}>
          <span>{eventWords(name, locale)}</span>
          <span className="text-muted text-sm">
            {t("steps.by", {
              name: actor || t("steps.applicant"),
              date: formatInstant(at, locale),
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
