import { isReference } from "@/db/reference/lists";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { choiceWords } from "@/lib/projects/choice-words";
import { interestOpenness } from "@/lib/projects/interest-openness";
import type { ProjectTeaser } from "@/lib/projects/listing.queries";
import type { ProjectChoice } from "@/lib/projects/project";
import type { ProjectPage } from "@/lib/projects/queries";
import { isTelling } from "@/lib/projects/telling-facts";
import { FactsCard } from "../entries/facts-card";
import { DefinitionList } from "../ui/definition-list";
import { DeadlineWords } from "./deadline-words";

type FactsProps = {
  teaser: ProjectTeaser;
  full: ProjectPage["full"];
  locale: Locale;
};

/** What is sought, where, for how much and until when: what a reader asks first, under the title. */
export function ProjectBand({ teaser, full, locale }: FactsProps) {
  const t = getTranslator(locale, "projects");
  const values = { ...teaser, ...full };
  const fact = factOf({ teaser, full, locale });
  const isCity = (slug: string) => isReference("cities", slug);
  const { deadline } = teaser;
  return (
    <DefinitionList
      items={[
        fact("partnershipTypes"),
        {
          ...fact("cities"),
          term: t(values.cities.every(isCity) ? "facts.cities" : "facts.where"),
        },
        fact("budgetBand"),
        {
          term: t("facts.deadline"),
          value: deadline ? <DeadlineWords bare deadline={deadline} locale={locale} /> : "",
        },
      ]}
      layout="band"
    />
  );
}

type ProjectFactsProps = FactsProps & {
  /** The owner stands in a card of their own. */
  isForMembers: boolean;
};

/** What else was chosen, in words; visitors get the public part and who proposes without a name. */
export function ProjectFacts({ teaser, full, isForMembers, locale }: ProjectFactsProps) {
  const t = getTranslator(locale, "projects");
  const fact = factOf({ teaser, full, locale });
  const { publishedAt } = teaser;
  return (
    <FactsCard
      items={[
        fact("kind"),
        fact("partnerRole"),
        fact("partnerKinds"),
        fact("developmentStage"),
        fact("ipStatuses"),
        fact("sectors"),
        fact("languages"),
        fact("startsOn"),
        {
          term: t("facts.publishedAt"),
          value: publishedAt ? formatDay(publishedAt, locale) : "",
        },
        { term: t("facts.owner"), value: isForMembers ? "" : t("facts.ownerUnnamed") },
        {
          term: t("facts.acceptingInterests"),
          value: isForMembers ? t(`interests.${interestOpenness(teaser, today())}`) : "",
        },
      ]}
      title={t("facts.title")}
    />
  );
}

/** A choice as term and words; without words where it tells the reader nothing. */
function factOf({ teaser, full, locale }: FactsProps) {
  const t = getTranslator(locale, "projects");
  const values = { ...teaser, ...full };
  return (field: Exclude<ProjectChoice, "originalLocale" | "deadline">) => {
    const value = values[field as keyof typeof values];
    const isTold = field in values && isTelling(field, value, teaser.profileType);
    return {
      term: t(`facts.${field}`),
      value: isTold ? choiceWords(field, value as never, locale) : "",
    };
  };
}
