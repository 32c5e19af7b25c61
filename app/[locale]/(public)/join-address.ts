import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** Opens a mail to the secretariat that already says what it is about. */
export function joinAddress(locale: Locale): string {
  const subject = getTranslator(locale, "pages")("home.joinSubject");
  return `mailto:${env().CLUB_CONTACT}?subject=${encodeURIComponent(subject)}`;
}
