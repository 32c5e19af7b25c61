import type { ActivityStage, Direction, PageVisibility } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { type ShownName, shownName, type ToldRow, toldPerson } from "@/lib/members/member-card";
import { isEnded, isToConfirm } from "./activity-state";

/** What a list shows of an activity in the reader's language; who they may not see is null. */
export type ActivityCardData = {
  slug: string;
  title: PickedText | null;
  kind: string;
  stage: ActivityStage;
  direction: Direction;
  sectors: string[];
  cities: string[];
  since: number;
  until: number | null;
  isEnded: boolean;
  isOwn: boolean;
  visibility: PageVisibility;
  /** Calendar day `YYYY-MM-DD`. */
  confirmedOn: string;
  isToConfirm: boolean;
  organisation: { slug: string; name: PickedText } | null;
  member: { slug: string; name: ShownName } | null;
};

export type ActivityCardRow = ToldRow & {
  slug: string;
  title: LocalizedText;
  originalLocale: Locale;
  kind: string;
  stage: ActivityStage;
  direction: Direction;
  sectors: string[];
  cities: string[];
  since: number;
  until: number | null;
  visibility: PageVisibility;
  confirmedOn: string;
  isOwn: boolean;
  organisationSlug: string | null;
  organisationName: LocalizedText | null;
  organisationLocale: Locale | null;
};

/** A row as a card. `today` is a calendar day. */
export function toActivityCard(
  row: ActivityCardRow,
  locale: Locale,
  today: string,
): ActivityCardData {
  return {
    slug: row.slug,
    title: pickText(row.title, locale, row.originalLocale),
    kind: referenceLabel("activityKinds", row.kind, locale),
    stage: row.stage,
    direction: row.direction,
    sectors: row.sectors.map((slug) => referenceLabel("sectors", slug, locale)),
    cities: row.cities.map((slug) => referenceLabel("cities", slug, locale)),
    since: row.since,
    until: row.until,
    isEnded: isEnded(row, today),
    isOwn: row.isOwn,
    visibility: row.visibility,
    confirmedOn: row.confirmedOn,
    isToConfirm: isToConfirm(row, today),
    organisation: organisationOf(row, locale),
    member: memberOf(row, locale),
  };
}

function organisationOf(row: ActivityCardRow, locale: Locale): ActivityCardData["organisation"] {
  const { organisationSlug: slug, organisationName, organisationLocale } = row;
  const name = pickText(organisationName, locale, organisationLocale ?? undefined);
  return slug && name ? { slug, name } : null;
}

function memberOf(row: ActivityCardRow, locale: Locale): ActivityCardData["member"] {
  const told = toldPerson(row);
  return told && { slug: told.slug, name: shownName(told.names, locale) };
}
