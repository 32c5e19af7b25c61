import type { EventRole } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { EventPerson } from "@/lib/events/people.queries";
import { shownName } from "@/lib/members/member-card";
import { MemberLink } from "../entries/member-link";
import { MoveForm } from "../ui/move-form";
import { VisuallyHidden } from "../ui/visually-hidden";

type PeopleSectionProps = {
  role: EventRole;
  people: readonly EventPerson[];
  eventId: string;
  remove: FormAction;
  locale: Locale;
};

/** Those of one role at an event, for who keeps it: each can be taken out again. */
export function PeopleSection({ role, people, eventId, remove, locale }: PeopleSectionProps) {
  const t = getTranslator(locale, "events");
  return (
    <section aria-labelledby={role}>
      <h2 className="font-semibold text-xl" id={role}>
        {t(`people.${role}`)}
      </h2>
      <p className="text-secondary">{t(`people.${role}Text`)}</p>
      {people.length === 0 ? (
        <p className="mt-2 text-muted">{t("people.none")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-hairline border-hairline border-y">
          {people.map(({ id, name, person }) => {
            const called = person ? shownName(person, locale).text : name;
            return (
              <li className="flex flex-wrap items-center justify-between gap-x-6 py-2" key={id}>
                {person ? (
                  <MemberLink locale={locale} member={person} />
                ) : (
                  <span dir="auto">{called ?? t("page.unnamedSpeaker")}</span>
                )}
                <MoveForm
                  action={remove}
                  hidden={{ eventId, id }}
                  label={
                    <>
                      <span aria-hidden="true">{t("people.remove")}</span>
                      <VisuallyHidden>
                        {t("people.removeLabel", { name: called ?? t("page.unnamedSpeaker") })}
                      </VisuallyHidden>
                    </>
                  }
                  locale={locale}
                  scope={`remove-${id}`}
                  size="small"
                  variant="quiet"
                />
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
