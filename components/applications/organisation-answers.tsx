import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { byScript } from "@/lib/members/person-name";
import { placeLabel } from "@/lib/organisations/place-label";
import { type Definition, DefinitionList } from "../ui/definition-list";
import { TitledPart } from "../ui/titled-part";
import { type AnswersProps, labelsLine } from "./answers-props";
import { WrittenText } from "./written-text";

type OrganisationAnswersProps = AnswersProps & {
  /** Name of the organisation of the club that they want to join. */
  joins: string | null;
};

/** The organisation an applicant describes, or the one of the club they want to join. */
export function OrganisationAnswers({ locale, application, joins }: OrganisationAnswersProps) {
  const t = getTranslator(locale, "vetting");
  const { answers, locale: original } = application;
  const { chineseName, country, headOffice, pitch, website } = answers;
  const isLink = /^https?:\/\//i.test(website ?? "");
  const latin = { term: t("fields.legalName"), value: answers.legalName };
  const chinese = {
    term: t("fields.chineseName"),
    value: chineseName ? <span lang={LANGUAGE_TAG.zh}>{chineseName}</span> : null,
  };
  return (
    <TitledPart id="organisation" title={t("groups.organisation")}>
      <DefinitionList
        items={[
          { term: t("fields.joins"), value: joins },
          ...byScript<Definition>(locale, [latin], [chinese]),
          {
            term: t("fields.organisationKind"),
            value: labelsLine("organisationKinds", [answers.organisationKind], locale),
          },
          {
            term: t("fields.country"),
            value: country ? getTranslator(locale, "enums")(`country.${country}`) : null,
          },
          { term: t("fields.registrationId"), value: answers.registrationId },
          {
            term: t("fields.headOffice"),
            value: [headOffice && placeLabel(headOffice, locale), answers.headOfficeElsewhere]
              .filter(Boolean)
              .join("\u00a0· "),
          },
          {
            term: t("fields.headcount"),
            value: labelsLine("organisationSizes", [answers.headcount], locale),
          },
          {
            term: t("fields.sectors"),
            value: labelsLine("sectors", answers.sectors ?? [], locale),
          },
          {
            term: t("fields.website"),
            value: isLink ? (
              <a className="break-all" href={website} rel="noopener noreferrer nofollow">
                {website}
              </a>
            ) : (
              website
            ),
          },
          {
            term: t("fields.pitch"),
            value: pitch ? <WrittenText original={original} text={pitch} /> : null,
          },
        ]}
      />
    </TitledPart>
  );
}
