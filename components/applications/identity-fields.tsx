import { NAME_ORDERS } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { ANSWER_MAX } from "@/lib/applications/answer-limits";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { usualNameOrder } from "@/lib/members/person-name";
import { CheckboxGroup } from "../ui/checkbox-group";
import { LocalizedField } from "../ui/localized-field";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";
import type { StepFieldsProps } from "./step-fields-props";

/** Who applies: names in both scripts, position, languages. Chinese readers are asked the Chinese name first. */
export function IdentityFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const enums = getTranslator(locale, "enums");
  const { answers } = application;
  const isChinese = locale === "zh";
  const chinese = (
    <TextField
      autoComplete={isChinese ? "name" : undefined}
      defaultValue={answers.nameZh}
      hint={t("hints.nameZh")}
      label={t("fields.nameZh")}
      lang="zh-Hans"
      name="nameZh"
      required={isChinese}
      width="medium"
    />
  );
  return (
    <>
      {isChinese ? chinese : null}
      <div className="space-y-1.5">
        <div className="grid gap-x-6 gap-y-8 sm:grid-cols-2">
          <TextField
            autoComplete="family-name"
            defaultValue={answers.familyName}
            label={t("fields.familyName")}
            name="familyName"
            required
            spellCheck={false}
          />
          <TextField
            autoComplete="given-name"
            defaultValue={answers.givenName}
            label={t("fields.givenName")}
            name="givenName"
            required
            spellCheck={false}
          />
        </div>
        {isChinese ? <p className="text-muted text-sm">{t("hints.latinName")}</p> : null}
      </div>
      <RadioGroup
        defaultValue={answers.nameOrder ?? usualNameOrder(locale)}
        legend={t("fields.nameOrder")}
        name="nameOrder"
        options={NAME_ORDERS.map((value) => ({ value, label: enums(`nameOrder.${value}`) }))}
        required
      />
      {isChinese ? null : chinese}
      <LocalizedField
        copy={localizedFieldCopy(locale)}
        defaultValue={answers.jobTitle}
        hint={t("hints.jobTitle")}
        label={t("fields.jobTitle")}
        maxLength={ANSWER_MAX.jobTitle}
        name="jobTitle"
        original={application.locale}
        required
      />
      <CheckboxGroup
        columns={2}
        defaultValue={answers.languages}
        legend={t("fields.languages")}
        name="languages"
        options={referenceOptions("languages", locale)}
        required
      />
    </>
  );
}
