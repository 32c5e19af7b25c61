import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { periodWords } from "@/lib/cooperations/cooperation-words";
import type { CooperationLine } from "@/lib/cooperations/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EntryTitle } from "../entries/entry-title";
import { TitledPart } from "../ui/titled-part";

type CooperationLinksProps = {
  agreements: CooperationLine[];
  /** The address of the organisation whose they are. */
  party: string;
  locale: Locale;
};

/** So many stand on the page of a party; the list has the others. */
const SHOWN = 5;

/** The agreements of one organisation, with the way to all of them. */
export function CooperationLinks({ agreements, party, locale }: CooperationLinksProps) {
  if (agreements.length === 0) return null;
  const t = getTranslator(locale, "cooperations");
  return (
    <TitledPart id="cooperations" size="tight" title={t("organisation.title")}>
      <ul className="space-y-2">
        {agreements.slice(0, SHOWN).map((line) => (
          <li key={line.slug}>
            <a href={path(locale, `/cooperations/${line.slug}`)}>
              <EntryTitle entry={line} locale={locale} noun={COOPERATIONS} />
            </a>{" "}
            <span className="text-muted text-sm">{periodWords(line, locale)}</span>
          </li>
        ))}
      </ul>
      {agreements.length > SHOWN ? (
        <p className="mt-3">
          <a href={path(locale, "/cooperations", { party })}>{t("organisation.all")}</a>
        </p>
      ) : null}
    </TitledPart>
  );
}
