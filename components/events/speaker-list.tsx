import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EventPerson } from "@/lib/events/people.queries";
import { shownName } from "@/lib/members/member-card";
import { MemberLink } from "../entries/member-link";
import { Face } from "../ui/face";

type SpeakerListProps = { people: readonly EventPerson[]; locale: Locale };

/** Who speaks at an event: members with the way to their page, as far as the reader may know them, and others by name. */
export function SpeakerList({ people, locale }: SpeakerListProps) {
  if (people.length === 0) return null;
  const t = getTranslator(locale, "events");
  return (
    <section aria-labelledby="speakers">
      <h2 className="mb-3 font-semibold text-2xl" id="speakers">
        {t("page.speakers")}
      </h2>
      <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {people.map(({ id, name, person }) => (
          <li className="flex items-center gap-3" key={id}>
            {person ? (
              <>
                <Face face={shownName(person, locale).face} size="small" />
                <MemberLink className="min-w-0" locale={locale} member={person} />
              </>
            ) : (
              <span dir="auto">{name ?? t("page.unnamedSpeaker")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
