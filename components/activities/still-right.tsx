import { ACTIVITY_TEXTS } from "@/lib/activities/activity-content";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { staleOptions } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CheckboxGroup } from "../ui/checkbox-group";
import type { ActivityEntry } from "./activity-entry";

type StillRightProps = { entry: ActivityEntry; locale: Locale };

/** Translations that are older than their original, to be confirmed where they still say the same. */
export function StillRight({ entry, locale }: StillRightProps) {
  const t = getTranslator(locale, "activities");
  const options = staleOptions(ACTIVITY_TEXTS, entry.stale, (field, language) =>
    t("stillRight.text", { field: t(`form.${field}`), language: LOCALE_NAME[language] }),
  );
  if (options.length === 0) return null;
  return (
    <CheckboxGroup
      hint={t("stillRight.hint")}
      legend={t("stillRight.legend")}
      name="confirmed"
      options={options}
    />
  );
}
