import { type ReferenceList, referenceOptions } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";

/** The choices of a long list; what is chosen would be out of sight further down in its window. */
export function chosenFirst(list: ReferenceList, chosen: readonly string[], locale: Locale) {
  const options = referenceOptions(list, locale);
  const isChosen = ({ value }: { value: string }) => chosen.includes(value);
  return [...options.filter(isChosen), ...options.filter((option) => !isChosen(option))];
}
