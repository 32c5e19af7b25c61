import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";

/** Who publishes the site and answers for its data: the club itself where the operator names nobody else. */
export function publisher(locale: Locale): { publisher: string; address: string } {
  const { CLUB_PUBLISHER, CLUB_ADDRESS } = env();
  return { publisher: CLUB_PUBLISHER ?? clubName(locale), address: CLUB_ADDRESS ?? "none" };
}
