import { groupedOptions } from "@/db/reference/lists";
import { ANSWER_MAX, SECTORS_MAX } from "@/lib/applications/answer-limits";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CheckboxGroup } from "../ui/checkbox-group";
import { LocalizedField } from "../ui/localized-field";
import type { StepFieldsProps } from "./step-fields-props";

/** What the organisation does: a few sentences and its sectors. */
export function PresentationFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers } = application;
  return (
    <>
      <LocalizedField
        copy={localizedFieldCopy(locale)}
        defaultValue={answers.pitch}
        hint={t("hints.pitch")}
        label={t("fields.pitch")}
        maxLength={ANSWER_MAX.pitch}
        name="pitch"
        original={application.locale}
        required
        rows={6}
      />
      <CheckboxGroup
        columns={2}
        count={countCopy(locale, SECTORS_MAX)}
        defaultValue={answers.sectors}
        hint={t("hints.sectors")}
        legend={t("fields.sectors")}
        name="sectors"
        options={groupedOptions("sectors", locale)}
        required
      />
    </>
  );
}
