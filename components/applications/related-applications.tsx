import type { RelatedApplication } from "@/lib/applications/vetting/related.queries";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { ApplicationBadge } from "./application-badge";
import { LastDecision } from "./last-decision";

type RelatedApplicationsProps = { locale: Locale; applications: RelatedApplication[] };

/** Other applications of the same person or organisation, with what was decided on each and why. */
export function RelatedApplications({ locale, applications }: RelatedApplicationsProps) {
  const t = getTranslator(locale, "vetting");
  if (applications.length === 0) return <p className="text-muted">{t("related.empty")}</p>;
  return (
    <ol className="divide-y divide-hairline border-hairline border-y">
      {applications.map((one) => (
        <li className="space-y-1.5 py-3" key={one.id}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
            <ApplicationBadge locale={locale} state={one.state} />
            <span className="text-muted">
              {one.relations.map((kind) => t(`related.relation.${kind}`)).join(" · ")}
            </span>
          </p>
          <p>
            <a href={path(locale, `/admin/applications/${one.id}`)}>{one.name}</a>
            {one.organisation ? <span className="block text-sm">{one.organisation}</span> : null}
          </p>
          <p className="text-muted text-sm">
            {t("related.received", { date: formatDay(one.submittedAt, locale) })}
          </p>
          {one.decisions.length === 0 ? (
            <p className="text-muted text-sm">{t("related.undecided")}</p>
          ) : null}
          {one.decisions.map((decision) => (
            <LastDecision
              decision={decision}
              key={decision.id}
              locale={locale}
              wordsLocale={one.locale}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}
