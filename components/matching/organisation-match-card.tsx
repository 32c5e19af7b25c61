import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OrganisationMatch } from "@/lib/matching/organisations.queries";
import { organisationName } from "@/lib/organisations/organisation-name";
import { OrganisationTitle } from "../organisations/organisation-title";
import { Card } from "../ui/card";
import { ReasonList } from "./reason-list";

type OrganisationMatchCardProps = { found: OrganisationMatch; locale: Locale };

/** An organisation that fits the reader's project, and why. */
export function OrganisationMatchCard({ found, locale }: OrganisationMatchCardProps) {
  const { organisation, match } = found;
  const t = getTranslator(locale, "matching");
  return (
    <Card as="li" className="flex flex-col" interactive>
      <p className="text-muted text-sm">
        {referenceLabel("organisationKinds", organisation.kind, locale)}
      </p>
      <h3 className="mt-0.5 font-semibold text-lg leading-snug">
        <a
          className="stretched no-underline"
          href={path(locale, `/organisations/${organisation.slug}`)}
        >
          <OrganisationTitle name={organisationName(organisation, locale)} />
        </a>
      </h3>
      <ReasonList label={t("candidates.whyOrganisation")} locale={locale} reasons={match.reasons} />
    </Card>
  );
}
