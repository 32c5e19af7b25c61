import { referenceLabel } from "@/db/reference/lists";
import type { Affiliation } from "@/lib/affiliations/queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { placeLabel } from "@/lib/organisations/place-label";

type MemberOrganisationsProps = { affiliations: Affiliation[]; locale: Locale };

/** Where a member works and belongs, the main organisation first, with what they do there. */
export function MemberOrganisations({ affiliations, locale }: MemberOrganisationsProps) {
  return (
    <ul className="space-y-4">
      {affiliations.map(({ organisationId, slug, name, kind, place, position }) => (
        <li key={organisationId}>
          <a
            className="font-semibold"
            href={path(locale, `/organisations/${slug}`)}
            lang={LANGUAGE_TAG[name.lang]}
          >
            {name.text}
          </a>
          {position ? (
            <p className="text-secondary" lang={LANGUAGE_TAG[position.lang]}>
              {position.text}
            </p>
          ) : null}
          <p className="text-muted text-sm">
            {[referenceLabel("organisationKinds", kind, locale), place && placeLabel(place, locale)]
              .filter(Boolean)
              .join("\u00a0· ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
