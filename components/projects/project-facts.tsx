import { formatDay, today } from "@/lib/core/dates";
import { getTranslator } from "@/lib/core/i18n/translator";
import { factWordsOf, type ProjectInSight } from "@/lib/projects/fact-words";
import { interestOpenness } from "@/lib/projects/interest-openness";
import { FactsCard } from "../entries/facts-card";

type ProjectFactsProps = ProjectInSight & {
  /** The owner stands in a card of their own. */
  isForMembers: boolean;
  /** Nobody else reads it before, nor while it is taken down: it takes no interest. */
  isOnline: boolean;
};

/** What else was chosen, in words; visitors get the public part and who proposes without a name. */
export function ProjectFacts({ isForMembers, isOnline, ...project }: ProjectFactsProps) {
  const { teaser, locale } = project;
  const t = getTranslator(locale, "projects");
  const fact = factWordsOf(project);
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
          value:
            isForMembers && isOnline ? t(`interests.${interestOpenness(teaser, today())}`) : "",
        },
      ]}
      title={t("facts.title")}
    />
  );
}
