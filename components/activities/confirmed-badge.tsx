import type { ActivityCardData } from "@/lib/activities/activity-card";
import { confirmedWords } from "@/lib/activities/activity-words";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge } from "../ui/badge";

type ConfirmedBadgeProps = {
  activity: Pick<ActivityCardData, "confirmedOn" | "isToConfirm">;
  locale: Locale;
};

/** When somebody last said that it is right; after twelve months it reads "to confirm". */
export function ConfirmedBadge({ activity, locale }: ConfirmedBadgeProps) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {activity.isToConfirm ? (
        <Badge tone="warning">{getTranslator(locale, "activities")("confirmed.toConfirm")}</Badge>
      ) : null}
      <span>{confirmedWords(activity, locale)}</span>
    </span>
  );
}
