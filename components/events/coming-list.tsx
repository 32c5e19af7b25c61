import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Coming } from "@/lib/events/registrations.queries";
import { shownName } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";
import { Card } from "../ui/card";
import { guestName } from "./party-words";

type ComingListProps = { people: Coming[]; locale: Locale };

/** Who comes and lets others know; nothing where nobody does. */
export function ComingList({ people, locale }: ComingListProps) {
  if (people.length === 0) return null;
  return (
    <Card as="section" className="space-y-2" labelledBy="coming">
      <h2 className="font-semibold text-lg" id="coming">
        {getTranslator(locale, "events")("registration.coming")}
      </h2>
      <ul className="space-y-1">
        {people.map(({ by, guest }) =>
          by ? (
            <li key={by.slug}>
              <a className="inline-block py-1" href={path(locale, `/members/${by.slug}`)}>
                <MemberName name={shownName(by, locale)} />
              </a>
            </li>
          ) : (
            <li className="py-1" dir="auto" key={guest}>
              {guestName(guest, locale)}
            </li>
          ),
        )}
      </ul>
    </Card>
  );
}
