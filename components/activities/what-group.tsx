import { referenceItems, referenceOptions } from "@/db/reference/lists";
import { ACTIVITY_MAX } from "@/lib/activities/activity-content";
import { kindOptions } from "@/lib/activities/activity-words";
import type { OwnOrganisation } from "@/lib/activities/editing.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FormGroup } from "../ui/form-group";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { TextField } from "../ui/text-field";
import type { ActivityEntry } from "./activity-entry";

type WhatGroupProps = {
  entry: ActivityEntry;
  organisations: OwnOrganisation[];
  isPlaced: boolean;
  locale: Locale;
};

/** Kind, direction, stage, for whom, with whom and with how many. */
export function WhatGroup({ entry, organisations, isPlaced, locale }: WhatGroupProps) {
  const t = getTranslator(locale, "activities");
  const stages = referenceItems("activityStages").map(({ slug, label, definition }) => ({
    value: slug,
    label: label[locale],
    hint: definition?.[locale],
  }));
  const choices = organisationChoices(entry, organisations, locale);
  return (
    <FormGroup id="what" title={t("form.groups.what")}>
      <SelectField
        defaultValue={entry.kind ?? ""}
        emptyLabel={t("form.choose")}
        label={t("form.kind")}
        name="kind"
        options={kindOptions(locale)}
        required
        width="medium"
      />
      <RadioGroup
        defaultValue={entry.direction}
        hint={t("form.directionHint")}
        legend={t("form.direction")}
        name="direction"
        options={referenceOptions("directions", locale)}
        required
      />
      <RadioGroup
        columns={2}
        defaultValue={entry.stage}
        legend={t("form.stage")}
        name="stage"
        options={stages}
        required
      />
      {isPlaced && choices.length > 0 ? (
        <SelectField
          defaultValue={entry.organisationId ?? ""}
          emptyLabel={t("form.organisationNone")}
          hint={t("form.organisationHint")}
          label={t("form.organisation")}
          name="organisationId"
          options={choices}
          required
          width="medium"
        />
      ) : null}
      <TextField
        defaultValue={entry.partner ?? ""}
        hint={t("form.partnerHint")}
        label={t("form.partner")}
        maxLength={ACTIVITY_MAX.partner}
        name="partner"
      />
      <SelectField
        defaultValue={entry.headcountBand ?? ""}
        emptyLabel={t("form.choose")}
        label={t("form.headcountBand")}
        name="headcountBand"
        options={referenceOptions("headcountBands", locale)}
        width="medium"
      />
    </FormGroup>
  );
}

/** One's own, and the one it has been entered for, should one have left it. */
function organisationChoices(
  { organisationId, organisationName }: ActivityEntry,
  organisations: OwnOrganisation[],
  locale: Locale,
) {
  const own = organisations.map(({ id, name }) => ({ value: id, label: name }));
  if (!organisationId || own.some(({ value }) => value === organisationId)) return own;
  const label = organisationName
    ? getTranslator(locale, "activities")("form.organisationGone", { name: organisationName })
    : getTranslator(locale, "organisations")("takenDown");
  return [...own, { value: organisationId, label }];
}
