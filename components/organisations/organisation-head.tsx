import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { logoFace } from "@/lib/organisations/organisation-list-view";
import { organisationName } from "@/lib/organisations/organisation-name";
import { organisationSwatch } from "@/lib/organisations/organisation-swatch";
import { placeLabel } from "@/lib/organisations/place-label";
import type { OrganisationPage } from "@/lib/organisations/queries";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { LinkButton } from "../ui/link-button";
import { Picture } from "../ui/picture";
import { Swatch } from "../ui/swatch";
import { OrganisationTitle } from "./organisation-title";

type OrganisationHeadProps = {
  organisation: OrganisationPage;
  locale: Locale;
  /** The list, with the search one came from. */
  back: string;
};

/** Logo, names in both scripts, kind and head office; for whoever manages it, the way to change it. */
export function OrganisationHead({ organisation, locale, back }: OrganisationHeadProps) {
  const { slug, logo, kind, place, visibility, canEdit } = organisation;
  const t = getTranslator(locale, "organisations");
  const name = organisationName(organisation, locale);
  return (
    <div className="mb-8 sm:mb-10">
      <div className="mb-4">
        <Breadcrumbs
          items={[{ label: t("title"), href: back }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      </div>
      <Swatch className="swatch-head" src={organisationSwatch(organisation)} />
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-4 sm:ps-6">
          <div className="relative -mt-8 ms-4 flex sm:-mt-12 sm:ms-0">
            <Picture
              alt={t("page.logo", { name: name.text })}
              face={logoFace(slug, logo, name.text)}
              size="large"
            />
          </div>
          <div className="min-w-0 max-w-2xl sm:pt-4">
            <p className="mb-2 flex flex-wrap items-center gap-2 text-muted text-sm">
              <span>
                {[
                  referenceLabel("organisationKinds", kind, locale),
                  place && placeLabel(place, locale),
                ]
                  .filter(Boolean)
                  .join("\u00a0· ")}
              </span>
              {visibility === "public" || visibility === "members" ? null : (
                <Badge tone="warning">{t(`visibilities.${visibility}.label`)}</Badge>
              )}
            </p>
            <h1 className="font-semibold text-3xl leading-tight">
              <OrganisationTitle name={name} />
            </h1>
          </div>
        </div>
        {canEdit ? (
          <LinkButton href={path(locale, `/organisations/${slug}/edit`)} variant="secondary">
            {t("page.edit")}
          </LinkButton>
        ) : null}
      </div>
    </div>
  );
}
