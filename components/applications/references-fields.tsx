import { referenceItem } from "@/db/reference/lists";
import { ASKED_CATEGORIES } from "@/lib/applications/asked-choices";
import { getTranslator } from "@/lib/core/i18n/translator";
import { RadioGroup } from "../ui/radio-group";
import { TextField } from "../ui/text-field";
import type { StepFieldsProps } from "./step-fields-props";

/** Who knows the applicant, and the kind of membership they ask for. */
export function ReferencesFields({ application, locale, fees = {} }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers } = application;
  return (
    <>
      <TextField
        autoComplete="off"
        defaultValue={answers.sponsor}
        hint={t("hints.sponsor")}
        label={t("fields.sponsor")}
        name="sponsor"
        width="medium"
      />
      <RadioGroup
        defaultValue={answers.category}
        legend={t("fields.category")}
        name="category"
        options={ASKED_CATEGORIES.map((value) => {
          const item = referenceItem("membershipCategories", value);
          const told = [item?.definition?.[locale], fees[value]].filter(Boolean);
          return {
            value,
            label: item?.label[locale] ?? value,
            hint: told.join(locale === "zh" ? "" : " "),
          };
        })}
        required
      />
    </>
  );
}
