import { partyName } from "@/lib/cooperations/party-name";
import type { Party } from "@/lib/cooperations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { placeLabel } from "@/lib/organisations/place-label";

type PartyListProps = { parties: readonly Party[]; side: Party["side"]; locale: Locale };

/** The parties of one side with the way to their pages and where they stand; who may not be named is said to be there. */
export function PartyList({ parties, side, locale }: PartyListProps) {
  return (
    <ul>
      {parties
        .filter((party) => party.side === side)
        .map((party) => {
          const { text, lang } = partyName(party, locale);
          return (
            <li key={party.organisationId} lang={lang}>
              {party.slug ? (
                <a href={path(locale, `/organisations/${party.slug}`)}>{text}</a>
              ) : (
                text
              )}
              {party.place ? (
                <span className="block text-muted text-sm">{placeLabel(party.place, locale)}</span>
              ) : null}
            </li>
          );
        })}
    </ul>
  );
}
