import { LOCALE_NAME } from "@/lib/core/i18n/locales";
import { staleOptions } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ORGANISATION_TEXTS } from "@/lib/organisations/organisation-content";
import { CheckboxGroup } from "../ui/checkbox-group";
import type { FormGroupProps } from "./organisation-form-props";

/** Translations that are older than their original, to be confirmed where they still say the same. */
export function StillRight({ entry, locale }: FormGroupProps) {
  const t = getTranslator(locale, "organisations");
  const options = staleOptions(ORGANISATION_TEXTS, entry.stale, (field, language) =>
    t("form.staleText", { field: t(`form.${field}`), language: LOCALE_NAME[language] }),
  );
  if (options.length === 0) return null;
  return (
    <CheckboxGroup
      hint={t("form.stillRightHint")}
      legend={t("form.stillRight")}
      name="confirmed"
      options={options}
    />
  );
}
