import type { ClubEvent } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";

type Translated = { id: string; locale: Locale; field?: string };

/** An event about translations of a project, for the audit trail; it says into which language. */
export function translationEvent(
  name: `translation.${string}`,
  { id, locale, field }: Translated,
  personal?: ClubEvent["personal"],
): ClubEvent {
  const data = { locale, ...(field && { field }) };
  return { name, subjectType: "project", subjectId: id, data, ...(personal && { personal }) };
}
