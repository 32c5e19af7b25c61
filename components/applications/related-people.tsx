import type { RelatedPerson } from "@/lib/applications/vetting/people.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { LastDecision } from "./last-decision";
import { PeopleLinks } from "./people-links";

type RelatedPeopleProps = { locale: Locale; people: RelatedPerson[]; isAdministrator: boolean };

/** People of the club who may be the applicant: by what, and what was decided on their account. */
export function RelatedPeople({ locale, people, isAdministrator }: RelatedPeopleProps) {
  const t = getTranslator(locale, "vetting");
  if (people.length === 0) return null;
  return (
    <div className="mb-5">
      <p className="text-sm">{t("related.people")}</p>
      <ol className="divide-y divide-hairline border-hairline border-b">
        {people.map((person) => (
          <li className="space-y-1.5 py-3" key={person.accountId}>
            <PeopleLinks isAdministrator={isAdministrator} locale={locale} people={[person]} />
            <p className="text-muted text-sm">
              {person.relations.map((kind) => t(`related.relation.${kind}`)).join(" · ")}
            </p>
            {person.decisions.map((decision) => (
              <LastDecision
                decision={decision}
                key={decision.id}
                locale={locale}
                wordsLocale={person.locale}
              />
            ))}
          </li>
        ))}
      </ol>
    </div>
  );
}
