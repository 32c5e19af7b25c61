import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";

type Placed = { format: string | null; place: string | null; cities: readonly string[] };

/** Where an event is held, in words: `Lyon, La Part-Dieu · Guangzhou`; where it is online alone, that. `""` where nothing was said. */
export function whereWords({ format, place, cities }: Placed, locale: Locale): string {
  const words = [
    ...(place ? [referenceLabel("lyonPlaces", place, locale)] : []),
    ...cities.map((city) => referenceLabel("cities", city, locale)),
    ...(format === "online" || format === "hybrid"
      ? [getTranslator(locale, "events")("page.online")]
      : []),
  ];
  return sideBySide(words, locale);
}
