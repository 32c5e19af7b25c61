import type { PickedText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";

/** Whether what a reader is shown of a text is a translation that is older than its original; a fallback is not. */
export function isOlder(stale: StaleMarks, field: string, shown: PickedText | null): boolean {
  return shown !== null && !shown.isFallback && (stale[field]?.includes(shown.lang) ?? false);
}
