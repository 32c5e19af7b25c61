import { groupedOptions, referenceOptions } from "@/db/reference/lists";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CheckboxGroup } from "../ui/checkbox-group";
import { FoldedChoices } from "../ui/folded-choices";
import { SelectField } from "../ui/select-field";
import type { StepFieldsProps } from "./step-fields-props";

/** What the applicant does or prepares with China, how far it has come, and where. */
export function ChinaFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers } = application;
  const { cities = [] } = answers;
  return (
    <>
      <SelectField
        defaultValue={answers.activityStage ?? ""}
        emptyLabel={t("choose")}
        label={t("fields.activityStage")}
        name="activityStage"
        options={referenceOptions("activityStages", locale)}
        required
        width="medium"
      />
      <CheckboxGroup
        columns={2}
        count={countCopy(locale)}
        defaultValue={answers.activityKinds}
        hint={t("hints.activityKinds")}
        legend={t("fields.activityKinds")}
        name="activityKinds"
        options={groupedOptions("activityKinds", locale)}
        required
      />
      <div>
        <p aria-hidden="true" className="mb-1.5 font-semibold">
          {t("fields.cities")}
          <span className="font-normal text-muted">{` ${formCopy(locale).optional}`}</span>
        </p>
        <FoldedChoices
          isOpen={cities.length > 0}
          label={t("form.cities", { count: cities.length })}
          name="cities"
        >
          <CheckboxGroup
            columns={3}
            count={countCopy(locale)}
            defaultValue={cities}
            hideLegend
            hint={t("hints.cities")}
            legend={t("fields.cities")}
            name="cities"
            options={referenceOptions("cities", locale)}
          />
        </FoldedChoices>
      </div>
    </>
  );
}
