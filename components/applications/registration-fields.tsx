import { referenceOptions } from "@/db/reference/lists";
import { askedNumber, placeListOf } from "@/lib/applications/organisation-facts";
import { getTranslator } from "@/lib/core/i18n/translator";
import { SelectField } from "../ui/select-field";
import { SimilarNote } from "../ui/similar-note";
import { TextField } from "../ui/text-field";
import { similarCopy } from "./similar-copy";
import type { StepFieldsProps } from "./step-fields-props";

/** The number its country and kind have, if any; head office, size, website. */
export function RegistrationFields({ application, locale }: StepFieldsProps) {
  const t = getTranslator(locale, "applications");
  const { answers } = application;
  const asked = askedNumber(answers);
  const places = placeListOf(answers.country);
  return (
    <>
      {asked ? (
        <div className="space-y-3">
          <TextField
            autoComplete="off"
            defaultValue={answers.registrationId}
            hint={t(`hints.${asked.number}${asked.isRequired ? "" : "Optional"}`)}
            label={t(`fields.${asked.number}`)}
            name="registrationId"
            required={asked.isRequired}
            spellCheck={false}
            width="medium"
          />
          <SimilarNote copy={similarCopy("registration", locale)} fields={["registrationId"]} />
        </div>
      ) : null}
      {places ? (
        <SelectField
          defaultValue={answers.headOffice ?? ""}
          emptyLabel={t("choose")}
          hint={t("hints.headOffice")}
          label={t("fields.headOffice")}
          name="headOffice"
          options={referenceOptions(places, locale)}
          required
          width="medium"
        />
      ) : null}
      <TextField
        defaultValue={answers.headOfficeElsewhere}
        hint={t("hints.headOfficeElsewhere")}
        label={places ? t("fields.headOfficeElsewhere") : t("fields.place")}
        name="headOfficeElsewhere"
        required={!places}
        width="medium"
      />
      <SelectField
        defaultValue={answers.headcount ?? ""}
        emptyLabel={t("choose")}
        label={t("fields.headcount")}
        name="headcount"
        options={referenceOptions("organisationSizes", locale)}
        required
        width="medium"
      />
      <TextField
        autoComplete="url"
        defaultValue={answers.website}
        hint={t("hints.website")}
        inputMode="url"
        label={t("fields.website")}
        name="website"
        spellCheck={false}
        width="medium"
      />
    </>
  );
}
