import { PROFILE_TYPES } from "@/db/enums";
import { groupedOptions } from "@/db/reference/lists";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CheckboxGroup } from "../ui/checkbox-group";
import { LanguageField } from "../ui/language-field";
import { RadioGroup } from "../ui/radio-group";
import { ProjectField } from "./project-field";
import { typeWords } from "./project-words";
import type { SectionProps } from "./section-props";

/** What it is, its public texts and its sectors. */
export function EssentialsSection({ entry, locale }: SectionProps) {
  const t = getTranslator(locale, "projects");
  const { content } = entry;
  return (
    <>
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
      <ProjectField entry={entry} locale={locale} name="kind" />
      <LanguageField
        hint={t("money.languageHint")}
        isOpen
        label={t("money.language")}
        name="originalLocale"
        value={content.originalLocale}
      />
      <ProjectField entry={entry} locale={locale} name="title" />
      <ProjectField entry={entry} locale={locale} name="teaser" rows={5} />
      <CheckboxGroup
        columns={3}
        count={countCopy(locale)}
        defaultValue={content.sectors}
        hint={t("hints.sectors")}
        legend={t("facts.sectors")}
        name="sectors"
        options={groupedOptions("sectors", locale)}
        required
      />
    </>
  );
}
