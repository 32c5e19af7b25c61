import { referenceLabel } from "@/db/reference/lists";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { OrganisationCard as CardData } from "@/lib/organisations/listing.queries";
import { organisationName } from "@/lib/organisations/organisation-name";
import { placeLabel } from "@/lib/organisations/place-label";
import { Card } from "../ui/card";
import { CardFact } from "../ui/card-fact";
import { OrganisationLogo } from "./organisation-logo";
import { OrganisationTitle } from "./organisation-title";

type OrganisationCardProps = { organisation: CardData; locale: Locale };

const SHOWN_PLACES = 4;

/** An organisation in a list. */
export function OrganisationCard({ organisation, locale }: OrganisationCardProps) {
  const { slug, kind, description, originalLocale, place, sites, sectors, logo } = organisation;
  const t = getTranslator(locale, "organisations");
  const text = pickText(description, locale, originalLocale);
  const places = place ? [place, ...sites] : sites;
  const more = places.length - SHOWN_PLACES;
  const shown = places.slice(0, SHOWN_PLACES).map((one) => placeLabel(one, locale));
  return (
    <Card as="li" className="flex flex-col" interactive>
      <div className="flex items-start gap-4">
        <OrganisationLogo logo={logo} size="small" slug={slug} />
        <div className="min-w-0">
          <p className="text-muted text-sm">{referenceLabel("organisationKinds", kind, locale)}</p>
          <h3 className="mt-0.5 font-semibold text-lg leading-snug">
            <a className="stretched no-underline" href={path(locale, `/organisations/${slug}`)}>
              <OrganisationTitle name={organisationName(organisation, locale)} />
            </a>
          </h3>
        </div>
      </div>
      {text ? (
        <>
          {text.isFallback ? (
            <p className="mt-3 text-muted text-sm">{fallbackLabel(locale, text.lang)}</p>
          ) : null}
          <p
            className={`line-clamp-3 text-secondary ${text.isFallback ? "mt-1" : "mt-3"}`}
            dir="auto"
            lang={LANGUAGE_TAG[text.lang]}
          >
            {text.text}
          </p>
        </>
      ) : null}
      <div className="mt-auto space-y-1 pt-4 text-muted text-sm">
        {shown.length > 0 ? (
          <CardFact icon="pin" label={t("card.places")}>
            {sideBySide(more > 0 ? [...shown, `+${more}`] : shown, locale)}
          </CardFact>
        ) : null}
        {sectors.length > 0 ? (
          <CardFact icon="folder" label={t("card.sectors")}>
            {sideBySide(
              sectors.map((one) => referenceLabel("sectors", one, locale)),
              locale,
            )}
          </CardFact>
        ) : null}
      </div>
    </Card>
  );
}
