import type { Locale } from "@/lib/core/i18n/locales";
import { choicesOf } from "@/lib/entries/description";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { type Chosen, valueWords } from "@/lib/entries/value-words";
import { DefinitionList } from "../ui/definition-list";
import { dossierField } from "./dossier-field";

type EntryFactsProps = { noun: Noun; locale: Locale; content: EntryContent };

/** What was chosen for an entry, in words. */
export function EntryFacts({ noun, locale, content }: EntryFactsProps) {
  const values = content as unknown as Record<string, Chosen>;
  return (
    <DefinitionList
      items={choicesOf(noun.fields).map((name) => ({
        term: dossierField(noun, name, locale),
        value: noun.fields[name] ? valueWords(noun.fields[name], values[name] ?? null, locale) : "",
      }))}
    />
  );
}
