import { LANGUAGE_TAG, LOCALE_NAME } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatPhone } from "@/lib/core/text/phone-numbers";
import { byScript } from "@/lib/members/person-name";
import { type Definition, DefinitionList } from "../ui/definition-list";
import { TitledPart } from "../ui/titled-part";
import { type AnswersProps, labelsLine } from "./answers-props";
import { WrittenText } from "./written-text";

/** Who applies and how they are reached. */
export function PersonAnswers({ locale, application }: AnswersProps) {
  const t = getTranslator(locale, "vetting");
  const { answers, email, locale: original } = application;
  const { nameZh, jobTitle, phone } = answers;
  const latin = (["familyName", "givenName"] as const).map((field) => ({
    term: t(`fields.${field}`),
    value: answers[field],
  }));
  const chinese = {
    term: t("fields.nameZh"),
    value: nameZh ? <span lang={LANGUAGE_TAG.zh}>{nameZh}</span> : null,
  };
  return (
    <TitledPart id="you" title={t("groups.you")}>
      <DefinitionList
        items={[
          ...byScript<Definition>(locale, latin, [chinese]),
          {
            term: t("fields.jobTitle"),
            value: jobTitle ? <WrittenText original={original} text={jobTitle} /> : null,
          },
          { term: t("fields.email"), value: <span className="break-all">{email}</span> },
          { term: t("fields.phone"), value: phone ? formatPhone(phone) : null },
          { term: t("fields.wechat"), value: answers.wechat },
          {
            term: t("fields.languages"),
            value: labelsLine("languages", answers.languages ?? [], locale),
          },
          { term: t("fields.locale"), value: LOCALE_NAME[original] },
        ]}
      />
    </TitledPart>
  );
}
