import type { KnownPerson } from "@/lib/applications/vetting/people.queries";
import { isThere } from "@/lib/core/auth/standing";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { StatusBadge } from "../members/status-badge";
import { PersonWords } from "../ui/person-words";

type PeopleLinksProps = {
  locale: Locale;
  people: KnownPerson[];
  /** Administrators open the account, others the member's page. */
  isAdministrator: boolean;
};

/** People of the club, each with the state of their membership. */
export function PeopleLinks({ locale, people, isAdministrator }: PeopleLinksProps) {
  return (
    <ul className="mt-1 space-y-1">
      {people.map((person) => {
        const { accountId, memberSlug, name, status } = person;
        const page = memberSlug && isThere({ status }) ? `/members/${memberSlug}` : null;
        const to = isAdministrator ? `/admin/members/${accountId}` : page;
        return (
          <li className="flex flex-wrap items-center gap-2" key={accountId}>
            {to ? (
              <a href={path(locale, to)}>
                <PersonWords words={name} />
              </a>
            ) : (
              <span>
                <PersonWords words={name} />
              </span>
            )}
            <StatusBadge locale={locale} status={status} />
          </li>
        );
      })}
    </ul>
  );
}
