import { redirect } from "next/navigation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { MoveForm } from "@/components/ui/move-form";
import { PageHeader } from "@/components/ui/page-header";
import { joinOrganisationAction } from "@/lib/applications/actions";
import { type FormStep, stepAfter } from "@/lib/applications/form-steps";
import type { OwnApplication } from "@/lib/applications/queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import {
  listSimilarOrganisations,
  type SimilarOrganisation,
} from "@/lib/organisations/similar.queries";
import { requireDraft } from "../own-application";

export const generateMetadata = titled("applications", "similar.title");

/** Stands between the organisation's pages and the next one, where the club has the organisation already. */
export default async function SameOrganisationPage(props: PageProps) {
  const locale = await pageLocale(props.params);
  const application = await requireDraft(locale);
  const asked = [(await props.searchParams).after].flat()[0];
  const after = asked === "registration" ? "registration" : "organisation";
  const next = path(locale, `/apply/${stepAfter(after, false)}`);
  const found = await listSame(application, after, locale);
  if (application.organisationName !== null || found.length === 0) redirect(next);
  const t = getTranslator(locale, "applications");
  const isByNumber = found.some(({ by }) => by === "number");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("form.back"), href: path(locale, `/apply/${after}`) }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={isByNumber ? t("similar.leadNumber") : t("similar.leadName")}
        title={t("similar.title")}
      />
      <ul className="space-y-4">
        {found.map((organisation) => (
          <SameOrganisation
            application={application}
            key={organisation.id}
            locale={locale}
            organisation={organisation}
          />
        ))}
      </ul>
      <p className="mt-8">
        <LinkButton
          href={isByNumber ? path(locale, "/apply/registration#field-registrationId") : next}
          variant="secondary"
        >
          {isByNumber ? t("similar.correct") : t("similar.other")}
        </LinkButton>
      </p>
    </div>
  );
}

type SameOrganisationProps = {
  application: OwnApplication;
  organisation: SimilarOrganisation;
  locale: Locale;
};

function SameOrganisation({ application, organisation, locale }: SameOrganisationProps) {
  const t = getTranslator(locale, "applications");
  const { id: organisationId, name, place } = organisation;
  const { id: applicationId, version } = application;
  return (
    <Card as="li">
      <p className="font-semibold text-lg" lang={LANGUAGE_TAG[name.lang]}>
        {name.text}
      </p>
      {place ? <p className="text-secondary">{place}</p> : null}
      <div className="mt-4">
        <MoveForm
          action={joinOrganisationAction}
          hidden={{ applicationId, organisationId, version: String(version) }}
          label={t("similar.join", { organisation: name.text })}
          locale={locale}
          scope={`join-${organisationId}`}
        />
      </div>
    </Card>
  );
}

/** By name after the names were given; by number once the number was. */
function listSame(
  { answers }: OwnApplication,
  after: FormStep,
  locale: Locale,
): Promise<SimilarOrganisation[]> {
  const { legalName = "", chineseName = "", registrationId = "" } = answers;
  const names = after === "organisation" ? [legalName, chineseName].filter(Boolean) : [];
  return listSimilarOrganisations(null, { names, number: registrationId }, locale);
}
