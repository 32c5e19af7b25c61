import { referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { spokenWebsite } from "@/lib/core/text/website";
import { placeLabel, placeList } from "@/lib/organisations/place-label";
import type { OrganisationPage } from "@/lib/organisations/queries";
import { Card } from "../ui/card";
import { DefinitionList } from "../ui/definition-list";
import { Icon } from "../ui/icon";
import { RegistrationNumbers } from "./registration-numbers";

type OrganisationFactsProps = { organisation: OrganisationPage; locale: Locale };

/** What an organisation is, where, since when, and the numbers it is registered by. */
export function OrganisationFacts({ organisation, locale }: OrganisationFactsProps) {
  const t = getTranslator(locale, "organisations");
  const { size, sectors, country, place, sites, founded, website, createdAt } = organisation;
  const { isFromSources } = organisation;
  const sitesIn = (list: "cities" | "lyonPlaces") =>
    sideBySide(
      sites.filter((one) => placeList(one) === list).map((one) => placeLabel(one, locale)),
      locale,
    );
  return (
    <Card as="section" labelledBy="facts">
      <h2 className="sr-only" id="facts">
        {t("page.facts")}
      </h2>
      <DefinitionList
        items={[
          {
            term: t("page.sectors"),
            value: sideBySide(
              sectors.map((one) => referenceLabel("sectors", one, locale)),
              locale,
            ),
          },
          {
            term: t("page.size"),
            value: size ? referenceLabel("organisationSizes", size, locale) : "",
          },
          { term: t("page.headOffice"), value: place ? placeLabel(place, locale) : "" },
          { term: t("page.lyonSites"), value: sitesIn("lyonPlaces") },
          { term: t("page.chinaSites"), value: sitesIn("cities") },
          { term: t("page.country"), value: getTranslator(locale, "enums")(`country.${country}`) },
          { term: t("page.founded"), value: founded === null ? "" : String(founded) },
          { term: t("page.website"), value: website ? <Website website={website} /> : null },
          { term: t("page.since"), value: isFromSources ? "" : formatDay(createdAt, locale) },
        ]}
        layout="stack"
      />
      <RegistrationNumbers locale={locale} organisation={organisation} />
    </Card>
  );
}

function Website({ website }: { website: string }) {
  return (
    <a
      className="inline-flex items-baseline gap-1.5 break-all"
      href={website}
      rel="nofollow noopener noreferrer"
    >
      {spokenWebsite(website)}
      <Icon className="size-4 self-center" name="external" />
    </a>
  );
}
