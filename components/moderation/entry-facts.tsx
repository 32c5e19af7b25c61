import type { Locale } from "@/lib/core/i18n/locales";
import { choicesOf } from "@/lib/entries/description";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { chosenWords } from "@/lib/entries/value-words";
import { DefinitionList } from "../ui/definition-list";
import { dossierField } from "./dossier-field";

type EntryFactsProps = { noun: Noun; locale: Locale; content: EntryContent };

/** What was chosen for an entry, in words. */
export function EntryFacts({ noun, locale, content }: EntryFactsProps) {
  return (
    <DefinitionList
      items={choicesOf(noun.fields).map((name) => ({
        term: dossierField(noun, name, locale),
        value: chosenWords(noun, content, name, locale),
      }))}
    />
  );
}
