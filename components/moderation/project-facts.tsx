import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { choiceWords } from "@/lib/projects/choice-words";
import { PROJECT_CHOICES, type ProjectContent } from "@/lib/projects/project";
import { DefinitionList } from "../ui/definition-list";

type ProjectFactsProps = { locale: Locale; content: ProjectContent };

/** What was chosen for a project, in words. */
export function ProjectFacts({ locale, content }: ProjectFactsProps) {
  const t = getTranslator(locale, "admin");
  return (
    <DefinitionList
      items={PROJECT_CHOICES.map((choice) => ({
        term: t(`fields.${choice}`),
        value: choiceWords(choice, content[choice], locale),
      }))}
    />
  );
}
