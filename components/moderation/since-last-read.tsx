import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ChoiceChange, listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { TitledPart } from "../ui/titled-part";
import { RevisionChanges } from "./revision-changes";

type SinceLastReadProps = {
  noun: Noun;
  lastRead: EntryContent;
  now: EntryContent;
  locale: Locale;
  levels?: ChoiceChange[];
};

/** What has changed since the team read it and sent it back. */
export function SinceLastRead({ noun, lastRead, now, locale, levels = [] }: SinceLastReadProps) {
  return (
    <TitledPart id="since" title={getTranslator(locale, "admin")("dossier.since")}>
      <RevisionChanges
        choices={[...listChoiceChanges(noun.fields, lastRead, now, locale), ...levels]}
        locale={locale}
        noun={noun}
        since="lastRead"
        texts={listTextChanges(noun.fields, lastRead, now)}
      />
    </TitledPart>
  );
}
