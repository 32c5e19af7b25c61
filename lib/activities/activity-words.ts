import { referenceLabel } from "@/db/reference/lists";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ActivityCardData } from "./activity-card";
import { listKindGroups, onlyDirection } from "./activity-kinds";
import { yearOf } from "./activity-state";

type Years = Pick<ActivityCardData, "since" | "until">;

/** "Since 2019", "2015 to 2021", "In 2020", "From 2027". */
export function yearsWords({ since, until }: Years, locale: Locale): string {
  const t = getTranslator(locale, "activities");
  // As text: a year has no thousands separator.
  const years = { since: String(since), until: String(until ?? "") };
  if (until === null) return t(since > yearOf(today()) ? "years.from" : "years.since", years);
  return until === since ? t("years.single", years) : t("years.between", years);
}

/** The name of a stage; the slug where the reference data no longer has it. */
export function stageWords(stage: ActivityCardData["stage"], locale: Locale): string {
  return referenceLabel("activityStages", stage, locale);
}

/** From which country to which, in the reader's language. */
export function directionWords(direction: ActivityCardData["direction"], locale: Locale): string {
  return referenceLabel("directions", direction, locale);
}

/** The kinds in their groups for a form to choose from; one that only goes one way says which beside its name. */
export function kindOptions(locale: Locale) {
  return listKindGroups(locale).map((group) => ({
    label: group.label,
    options: group.kinds.map(({ slug, label }) => {
      const only = onlyDirection(slug);
      const words = only ? [label[locale], directionWords(only, locale)] : [label[locale]];
      return { value: slug, label: factWords(words) };
    }),
  }));
}

/** "Confirmed on 3 May 2026", or that it is to be confirmed and since when it was last right; "" once it is over. */
export function confirmedWords(
  activity: Pick<ActivityCardData, "confirmedOn" | "isToConfirm">,
  locale: Locale,
): string {
  const t = getTranslator(locale, "activities");
  const day = formatDay(activity.confirmedOn, locale);
  return activity.isToConfirm ? t("confirmed.last", { day }) : t("confirmed.on", { day });
}

/** Facts of several kinds in one row, beside each other in every language. */
export function factWords(facts: readonly string[]): string {
  return facts.join("\u00a0· ");
}
