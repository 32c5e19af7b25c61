import type { ActivityStage, Direction, PageVisibility } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

/** The texts of an activity in three languages. */
export const ACTIVITY_TEXTS = ["title", "summary"] as const;

export type ActivityText = (typeof ACTIVITY_TEXTS)[number];

/** Most characters, as readers count them, and most choices; the form shows the same figures. */
export const ACTIVITY_MAX = {
  title: 120,
  summary: 1200,
  partner: 120,
  sectors: 6,
  cities: 12,
} as const;

/** All that is written and chosen. Lists hold slugs of the reference lists; years are four digits, both included. */
export type ActivityContent = Record<ActivityText, LocalizedText> & {
  originalLocale: Locale;
  kind: string;
  direction: Direction;
  stage: ActivityStage;
  organisationId: string | null;
  sectors: string[];
  cities: string[];
  since: number;
  until: number | null;
  partner: string | null;
  headcountBand: string | null;
  visibility: PageVisibility;
};
