import type { ActivityContent } from "@/lib/activities/activity-content";
import type { ActivityStart } from "@/lib/activities/activity-start";
import type { EditableActivity } from "@/lib/activities/editing.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";

/** What the form starts with; a new activity has few answers yet. */
export type ActivityEntry = Partial<ActivityContent> & {
  originalLocale: Locale;
  /** Its organisation's name, should the viewer no longer belong to it. */
  organisationName: string | null;
  isOngoing: boolean;
  stale: StaleMarks;
};

/** A new activity, first written in the page's language. */
export function newEntry(start: ActivityStart, locale: Locale): ActivityEntry {
  return {
    ...start,
    originalLocale: locale,
    organisationName: null,
    isOngoing: true,
    stale: {},
  };
}

/** The entry behind the form of an activity that exists; it goes on unless it has a last year. */
export function editedEntry(activity: EditableActivity, locale: Locale): ActivityEntry {
  const name = pickText(activity.organisationName, locale);
  return {
    ...activity,
    organisationName: name?.text ?? null,
    isOngoing: activity.until === null,
  };
}
