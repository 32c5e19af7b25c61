import { groupedOptions, referenceOptions } from "@/db/reference/lists";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ORGANISATION_MAX } from "@/lib/organisations/organisation-content";
import { FormGroup } from "../ui/form-group";
import { LongChoice } from "../ui/long-choice";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { FormGroupProps } from "./organisation-form-props";

/** Kind, size, sectors, age and website. */
export function WhatGroup({ entry, locale }: FormGroupProps) {
  const t = getTranslator(locale, "organisations");
  const { kind, size, sectors = [], founded, website } = entry;
  return (
    <FormGroup id="what" title={t("form.groups.what")}>
      <SelectField
        defaultValue={kind ?? ""}
        emptyLabel={t("form.choose")}
        label={t("form.kind")}
        name="kind"
        options={referenceOptions("organisationKinds", locale)}
        required
        width="medium"
      />
      <SelectField
        defaultValue={size ?? ""}
        emptyLabel={t("form.choose")}
        label={t("form.size")}
        name="size"
        options={referenceOptions("organisationSizes", locale)}
        width="medium"
      />
      <div>
        <LongChoice
          chosen={sectors}
          count={countCopy(locale)}
          legend={t("form.sectors")}
          name="sectors"
          options={groupedOptions("sectors", locale, sectors)}
        />
      </div>
      <TextField
        defaultValue={founded ? String(founded) : ""}
        inputMode="numeric"
        label={t("form.founded")}
        name="founded"
        width="short"
      />
      <TextField
        autoComplete="url"
        defaultValue={website ?? ""}
        hint={t("form.websiteHint")}
        inputMode="url"
        label={t("form.website")}
        maxLength={ORGANISATION_MAX.website}
        name="website"
        spellCheck={false}
      />
    </FormGroup>
  );
}
