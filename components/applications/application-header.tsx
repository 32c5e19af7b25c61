import { describedAs } from "@/lib/applications/organisation-facts";
import type { ApplicationDossier } from "@/lib/applications/vetting/dossier.queries";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { personName } from "@/lib/members/person-name";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";
import { PersonWords } from "../ui/person-words";
import { ApplicationBadge } from "./application-badge";

type ApplicationHeaderProps = {
  locale: Locale;
  application: Pick<
    ApplicationDossier,
    "answers" | "email" | "locale" | "state" | "submittedAt" | "receivedAt" | "decidedAt"
  >;
  /** Name of the organisation of the club that they want to join. */
  joins: string | null;
};

/** Who applies, for what organisation, and since when they wait. */
export function ApplicationHeader({ locale, application, joins }: ApplicationHeaderProps) {
  const t = getTranslator(locale, "vetting");
  const { answers, submittedAt, receivedAt, decidedAt, state, email } = application;
  const names = {
    familyName: answers.familyName ?? null,
    givenName: answers.givenName ?? null,
    nameOrder: answers.nameOrder ?? null,
    nameZh: answers.nameZh ?? null,
    displayName: null,
  };
  const job = pickText(answers.jobTitle, locale, application.locale)?.text;
  const organisation = joins ?? describedAs(answers, locale);
  const isWaiting = !decidedAt && state !== "withdrawn" && state !== "info-requested";
  const date = formatInstant(submittedAt, locale);
  return (
    <PageHeader
      before={
        <Breadcrumbs
          items={[{ label: t("dossier.back"), href: path(locale, "/admin/applications") }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          <Badge tone="neutral">{t("dossier.kind")}</Badge>
          <ApplicationBadge locale={locale} state={state} />
          <span>
            {isWaiting
              ? t("dossier.submitted", { date, waiting: waitingWords(receivedAt, locale) })
              : t("dossier.received", { date })}
          </span>
        </>
      }
      lead={job && organisation ? t("dossier.lead", { job, organisation }) : (job ?? organisation)}
      title={<PersonWords words={personName(names, locale) || email} />}
    />
  );
}
