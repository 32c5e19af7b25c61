import { isReference } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { factWordsOf, type ProjectInSight } from "@/lib/projects/fact-words";
import { DefinitionList } from "../ui/definition-list";
import { DeadlineWords } from "./deadline-words";

/** What is sought, where, for how much and until when: what a reader asks first, under the title. */
export function ProjectBand(project: ProjectInSight) {
  const { teaser, full, locale } = project;
  const t = getTranslator(locale, "projects");
  const fact = factWordsOf(project);
  const { cities, deadline } = { ...teaser, ...full };
  const isInCities = cities.every((slug) => isReference("cities", slug));
  return (
    <DefinitionList
      items={[
        fact("partnershipTypes"),
        { ...fact("cities"), term: t(isInCities ? "facts.cities" : "facts.where") },
        fact("budgetBand"),
        {
          term: t("facts.deadline"),
          value: deadline ? <DeadlineWords deadline={deadline} locale={locale} /> : "",
        },
      ]}
      layout="band"
    />
  );
}
