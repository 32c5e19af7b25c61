import { referenceLabel } from "@/db/reference/lists";
import type { Claim } from "@/lib/affiliations/requests.queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { spacedNumber } from "@/lib/core/text/registration-numbers";
import { placeLabel } from "@/lib/organisations/place-label";
import { DefinitionList } from "../ui/definition-list";
import { TitledPart } from "../ui/titled-part";

type ClaimFactsProps = { claim: Claim; locale: Locale };

/** What the asker writes, and what is known of the organisation. */
export function ClaimFacts({ claim, locale }: ClaimFactsProps) {
  const t = getTranslator(locale, "affiliations");
  const { words, siren, uscc, place, people } = claim;
  const numbers = [
    siren && `${t("claims.siren")} ${spacedNumber("siren", siren)}`,
    uscc && `${t("claims.uscc")} ${spacedNumber("uscc", uscc)}`,
  ].filter(Boolean);
  return (
    <div className="min-w-0 space-y-12">
      <TitledPart id="words" title={t("claims.words")}>
        {words ? (
          <blockquote
            className="max-w-measure whitespace-pre-line border-hairline border-l-4 pl-4"
            dir="auto"
            lang={LANGUAGE_TAG[claim.owner.locale]}
          >
            {words}
          </blockquote>
        ) : (
          <p className="text-muted">{t("claims.noWords")}</p>
        )}
      </TitledPart>
      <TitledPart id="organisation" title={t("claims.organisation")}>
        <DefinitionList
          items={[
            {
              term: t("claims.kind"),
              value: referenceLabel("organisationKinds", claim.organisationKind, locale),
            },
            {
              term: t("claims.country"),
              value: getTranslator(locale, "enums")(`country.${claim.country}`),
            },
            { term: t("claims.place"), value: place && placeLabel(place, locale) },
            { term: t("claims.website"), value: claim.website },
            {
              term: t("claims.number"),
              value: numbers.length > 0 ? numbers.join("\u00a0· ") : t("claims.noNumber"),
            },
            { term: t("claims.people"), value: t("claims.peopleCount", { count: people }) },
          ]}
        />
      </TitledPart>
    </div>
  );
}
