import type { ActivityCardData } from "@/lib/activities/activity-card";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type ActivityTitleProps = { title: ActivityCardData["title"]; locale: Locale };

/** The title in the reader's language, else in the original one, marked as such. */
export function ActivityTitle({ title, locale }: ActivityTitleProps) {
  if (!title) return <span>{getTranslator(locale, "activities")("untitled")}</span>;
  return (
    <span dir="auto" lang={LANGUAGE_TAG[title.lang]}>
      {title.text}
    </span>
  );
}
