import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ChoiceChange, listChoiceChanges, listTextChanges } from "@/lib/entries/difference";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { TitledPart } from "../ui/titled-part";
import { DossierChanges } from "./dossier-changes";

type SinceLastReadProps = {
  noun: Noun;
  lastRead: EntryContent;
  now: EntryContent;
  locale: Locale;
  levels?: ChoiceChange[];
  /** What has changed beside its text. */
  note?: string | null;
};

/** What has changed since the team read it and sent it back. */
export function SinceLastRead(props: SinceLastReadProps) {
  const { noun, lastRead, now, locale, levels = [], note } = props;
  const choices = [...listChoiceChanges(noun, lastRead, now, locale), ...levels];
  const texts = listTextChanges(noun.fields, lastRead, now);
  return (
    <TitledPart id="since" title={getTranslator(locale, "admin")("dossier.since")}>
      {note ? <p className="mb-4">{note}</p> : null}
      {note && choices.length + texts.length === 0 ? null : (
        <DossierChanges
          choices={choices}
          locale={locale}
          noun={noun}
          since="lastRead"
          texts={texts}
        />
      )}
    </TitledPart>
  );
}
