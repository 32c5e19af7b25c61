import { getTranslator } from "@/lib/core/i18n/translator";
import { DefinitionList } from "../ui/definition-list";
import { LocalizedProse } from "../ui/localized-prose";
import { TitledPart } from "../ui/titled-part";
import { type AnswersProps, labelsLine } from "./answers-props";

/** What an applicant does with China, expects, brings, and who stands by them. */
export function PlanAnswers({ locale, application }: AnswersProps) {
  const t = getTranslator(locale, "vetting");
  const { answers, locale: original } = application;
  const inTheirWords = (text: string | undefined) =>
    text ? <LocalizedProse lang={original} text={text} /> : null;
  return (
    <>
      <TitledPart id="activity" title={t("groups.activity")}>
        <DefinitionList
          items={[
            {
              term: t("fields.activityKinds"),
              value: labelsLine("activityKinds", answers.activityKinds ?? [], locale),
            },
            {
              term: t("fields.activityStage"),
              value: labelsLine("activityStages", [answers.activityStage], locale),
            },
            {
              term: t("fields.cities"),
              value: labelsLine("cities", answers.cities ?? [], locale),
            },
          ]}
        />
      </TitledPart>
      <TitledPart id="needs" title={t("groups.needs")}>
        <DefinitionList
          items={[
            { term: t("fields.expectations"), value: inTheirWords(answers.expectations) },
            { term: t("fields.contribution"), value: inTheirWords(answers.contribution) },
          ]}
        />
      </TitledPart>
      <TitledPart id="references" title={t("groups.references")}>
        <DefinitionList
          items={[
            { term: t("fields.sponsor"), value: answers.sponsor || t("fields.empty") },
            {
              term: t("fields.category"),
              value: labelsLine("membershipCategories", [answers.category], locale),
            },
          ]}
        />
      </TitledPart>
    </>
  );
}
