import type { NameOrder } from "@/db/enums";
import { calledName } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";

/** What the tables know of a person's name; the member's part is null for a club account without a profile. */
export type NameParts = {
  familyName: string | null;
  givenName: string | null;
  nameOrder: NameOrder | null;
  nameZh: string | null;
  displayName: LocalizedText | null;
};

/** How a list of the club team names an account: both scripts when there are two; `""` when it is gone. */
export function personName(parts: NameParts, locale: Locale): string {
  const name = calledName({ ...parts, displayName: parts.displayName ?? {} }, locale);
  return parts.givenName && parts.nameZh ? `${name} ${parts.nameZh}` : name;
}
