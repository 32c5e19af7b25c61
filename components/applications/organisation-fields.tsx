import { COUNTRIES } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { SimilarNote } from "../ui/similar-note";
import { TextField } from "../ui/text-field";
import { similarCopy } from "./similar-copy";
import type { StepFieldsProps } from "./step-fields-props";

/** Where it is registered, of which kind it is, and its names, the reader's script first; says at once when the club has it already. */
export function OrganisationFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const enums = getTranslator(locale, "enums");
  const { answers } = application;
  const isChinese = locale === "zh";
  const latin = (
    <TextField
      autoComplete={isChinese ? undefined : "organization"}
      defaultValue={answers.legalName}
      hint={t("hints.legalName")}
      label={t("fields.legalName")}
      name="legalName"
      required={!isChinese}
    />
  );
  const chinese = (
    <TextField
      autoComplete={isChinese ? "organization" : undefined}
      defaultValue={answers.chineseName}
      hint={t("hints.chineseName")}
      label={t("fields.chineseName")}
      lang="zh-Hans"
      name="chineseName"
      required={isChinese}
    />
  );
  return (
    <>
      <RadioGroup
        defaultValue={answers.country}
        legend={t("fields.country")}
        name="country"
        options={COUNTRIES.map((value) => ({ value, label: enums(`country.${value}`) }))}
        required
      />
      <SelectField
        defaultValue={answers.organisationKind ?? ""}
        emptyLabel={t("choose")}
        label={t("fields.organisationKind")}
        name="organisationKind"
        options={referenceOptions("organisationKinds", locale)}
        required
        width="medium"
      />
      {isChinese ? chinese : latin}
      <div className="space-y-3">
        {isChinese ? latin : chinese}
        <SimilarNote
          copy={similarCopy("organisation", locale)}
          fields={["legalName", "chineseName"]}
        />
      </div>
    </>
  );
}
