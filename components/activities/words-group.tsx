import { PAGE_VISIBILITIES } from "@/db/enums";
import { ACTIVITY_MAX, type ActivityText } from "@/lib/activities/activity-content";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { isLocale, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FormGroup } from "../ui/form-group";
import { LanguageField } from "../ui/language-field";
import { LocalizedField } from "../ui/localized-field";
import { RadioGroup } from "../ui/radio-group";
import type { ActivityEntry } from "./activity-entry";

type WordsGroupProps = { entry: ActivityEntry; isNew: boolean; isPlaced: boolean; locale: Locale };

/** Title and description in three languages, and who sees the activity. */
export function WordsGroup({ entry, isNew, isPlaced, locale }: WordsGroupProps) {
  const t = getTranslator(locale, "activities");
  const enums = getTranslator(locale, "enums");
  const text = (field: ActivityText) => ({
    copy: localizedFieldCopy(locale),
    defaultValue: entry[field],
    hint: t(`form.${field}Hint`),
    label: t(`form.${field}`),
    maxLength: ACTIVITY_MAX[field],
    name: field,
    original: entry.originalLocale,
    stale: (entry.stale[field] ?? []).filter(isLocale),
  });
  return (
    <FormGroup id="words" title={t("form.groups.words")}>
      {isNew ? null : (
        <LanguageField
          isOpen
          label={t("form.originalLocale")}
          name="originalLocale"
          value={entry.originalLocale}
        />
      )}
      <LocalizedField {...text("title")} required />
      <LocalizedField {...text("summary")} rows={5} />
      {isPlaced ? (
        <RadioGroup
          defaultValue={entry.visibility ?? "members"}
          legend={t("form.visibility")}
          name="visibility"
          options={PAGE_VISIBILITIES.map((value) => ({
            value,
            label: enums(`visibility.${value}`),
            hint: t(`visibility.${value}`),
          }))}
          required
        />
      ) : null}
    </FormGroup>
  );
}
