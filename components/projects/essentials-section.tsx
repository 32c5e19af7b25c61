import { PROFILE_TYPES } from "@/db/enums";
import { groupedOptions } from "@/db/reference/lists";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { buttonStyle } from "../ui/button-style";
import { CheckboxGroup } from "../ui/checkbox-group";
import { FoldedFields } from "../ui/folded-fields";
import { LanguageField } from "../ui/language-field";
import { RadioGroup } from "../ui/radio-group";
import { ProjectField } from "./project-field";
import { typeWords } from "./project-words";
import type { SectionProps } from "./section-props";

/** Its public summary, its kind and its sectors; what the first page asked is folded once it is answered. */
export function EssentialsSection({ entry, locale }: SectionProps) {
  const t = getTranslator(locale, "projects");
  const { content } = entry;
  const isAnswered = content.profileType !== null && Boolean(content.title[content.originalLocale]);
  return (
    <>
      <FoldedFields
        isOpen={!isAnswered}
        label={t("editor.opening")}
        labelClass={buttonStyle("quiet", "small")}
      >
        <ProjectField entry={entry} locale={locale} name="title" />
        <RadioGroup
          defaultValue={content.profileType ?? undefined}
          legend={t("money.question")}
          name="profileType"
          options={PROFILE_TYPES.map((type) => ({
            value: type,
            label: t(`money.${type}`),
            hint: typeWords(type, locale),
          }))}
          required
        />
        <LanguageField
          hint={t("money.languageHint")}
          isOpen
          label={t("money.language")}
          name="originalLocale"
          value={content.originalLocale}
        />
      </FoldedFields>
      <ProjectField entry={entry} locale={locale} name="teaser" rows={5} />
      <CheckboxGroup
        columns={3}
        count={countCopy(locale)}
        defaultValue={content.sectors}
        legend={t("facts.sectors")}
        name="sectors"
        options={groupedOptions("sectors", locale)}
      />
      <ProjectField entry={entry} locale={locale} name="kind" />
    </>
  );
}
