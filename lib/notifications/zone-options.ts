import { readTimeZone, ZONE } from "@/lib/core/dates";
import { CATALOGUES } from "@/lib/core/i18n/catalogues";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type Zone = keyof typeof CATALOGUES.en.notifications.zones;

/** With the name by which this Intl knows each, which costs to find out. */
const ZONES = (Object.keys(CATALOGUES.en.notifications.zones) as Zone[]).map((zone) => ({
  zone,
  value: readTimeZone(zone) ?? zone,
}));

/**
 * The time zones offered, by their cities in a language, Lyon's and Beijing's first, and the one that is chosen: Lyon's
 * until somebody has said (null). One that is not among them is offered by the name that Intl gives it.
 */
export function zoneOptions(timeZone: string | null, locale: Locale) {
  const t = getTranslator(locale, "notifications");
  const options = ZONES.map(({ zone, value }) => ({ value, label: t(`zones.${zone}`) }));
  const chosen = timeZone ?? ZONE.lyon;
  const isOffered = options.some(({ value }) => value === chosen);
  return {
    options: isOffered ? options : [...options, { value: chosen, label: chosen }],
    chosen,
  };
}
