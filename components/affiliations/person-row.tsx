import type { ReactNode } from "react";
import type { Person } from "@/lib/affiliations/queries";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";
import { PersonName } from "./person-name";

type PersonRowProps = { person: Person; locale: Locale; ask?: ReactNode; children?: ReactNode };

/** A person of an organisation: name in both scripts, function, and what they are there. */
export function PersonRow({ person, locale, ask, children }: PersonRowProps) {
  const t = getTranslator(locale, "affiliations");
  const { position, role, isSelf, isHidden } = person;
  return (
    <li className="py-3">
      <div className="flex items-center gap-3">
        <Face face={person.name.face} />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PersonName locale={locale} person={person} />
            {role === "manager" ? <Badge tone="info">{t("people.manager")}</Badge> : null}
            {isSelf ? <Badge>{t("people.self")}</Badge> : null}
            {isHidden ? <Badge>{t("people.hidden")}</Badge> : null}
          </div>
          {position ? (
            <p className="text-secondary" dir="auto" lang={LANGUAGE_TAG[position.lang]}>
              {position.text}
            </p>
          ) : null}
        </div>
      </div>
      {ask ? <p className="no-print mt-2">{ask}</p> : null}
      {children}
    </li>
  );
}
