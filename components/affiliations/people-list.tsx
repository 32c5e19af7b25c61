import { canHandOver } from "@/lib/affiliations/policy";
import type { Person } from "@/lib/affiliations/queries";
import type { OrganisationRoster } from "@/lib/affiliations/roster.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { EmptyState } from "../ui/empty-state";
import { type PersonActions, PersonControls } from "./person-controls";
import { PersonRow } from "./person-row";

type PeopleListProps = {
  people: Person[];
  roster: OrganisationRoster;
  viewer: Viewer;
  locale: Locale;
  actions: PersonActions;
};

/** Everybody of an organisation whom the viewer sees; a manager acts on those who do not manage it. */
export function PeopleList({ people, roster, viewer, locale, actions }: PeopleListProps) {
  const t = getTranslator(locale, "affiliations");
  if (people.length === 0) {
    return <EmptyState text={t("people.empty")} title={t("people.emptyTitle")} />;
  }
  return (
    <ul
      aria-label={t("people.list", { organisation: roster.name.text })}
      className="divide-y divide-hairline border-hairline border-y"
    >
      {people.map((person) => (
        <PersonRow key={person.memberId} locale={locale} person={person}>
          {canHandOver(viewer, roster, person.memberId) ? (
            <PersonControls
              actions={actions}
              locale={locale}
              organisationId={roster.id}
              person={person}
            />
          ) : null}
        </PersonRow>
      ))}
    </ul>
  );
}
