import type { ReactNode } from "react";
import type { Person } from "@/lib/affiliations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { LinkButton } from "../ui/link-button";
import { TitledPart } from "../ui/titled-part";
import { PersonRow } from "./person-row";

type PeopleSectionProps = {
  /** As `listPeople` gives them to this viewer. */
  people: Person[];
  /** The organisation's address. */
  slug: string;
  /** The way to propose an exchange to one of them, where the reader may. */
  askOf: (person: Person) => ReactNode;
  /** Whether the reader may ask for a place here: who has none, and may not, is led nowhere. */
  mayAsk: boolean;
  /** Whether the reader, one of its people, may ask to manage it. */
  mayClaim: boolean;
  locale: Locale;
};

const SHOWN = 8;

/** The people on an organisation's page, for active members; the rest, and one's own place, one page further. */
export function PeopleSection(props: PeopleSectionProps) {
  const { people, slug, askOf, mayAsk, mayClaim, locale } = props;
  const t = getTranslator(locale, "affiliations");
  const own = people.find(({ isSelf }) => isSelf);
  const further = path(locale, `/organisations/${slug}/people`);
  const place = own?.role === "manager" ? "people.manage" : "people.place";
  const ownPlace = mayClaim ? "join.claim" : place;
  return (
    <TitledPart id="people" size="tight" title={t("people.title")}>
      {people.length > 0 ? (
        <ul className="divide-y divide-hairline border-hairline border-y">
          {people.slice(0, SHOWN).map((person) => (
            <PersonRow ask={askOf(person)} key={person.memberId} locale={locale} person={person} />
          ))}
        </ul>
      ) : (
        <p className="max-w-measure text-muted">{t("people.empty")}</p>
      )}
      <p className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-3 empty:hidden">
        {own || mayAsk ? (
          <LinkButton href={further} variant="secondary">
            {t(own ? ownPlace : "people.ask")}
          </LinkButton>
        ) : null}
        {people.length > SHOWN ? (
          <a href={further}>{t("people.all", { count: people.length })}</a>
        ) : null}
      </p>
    </TitledPart>
  );
}
