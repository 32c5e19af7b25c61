import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { LANGUAGE_TAG, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";

/** The club as an Organization of schema.org: what it is called, where it stands on the web, and what the settings say of it. */
export function clubData(locale: Locale): Record<string, unknown> {
  const { APP_ORIGIN, CLUB_CONTACT, CLUB_PHONE, CLUB_PUBLISHER, CLUB_ADDRESS } = env();
  const name = clubName(locale);
  const others = new Set(LOCALES.map(clubName).filter((other) => other !== name));
  return {
    "@type": "Organization",
    "@id": `${APP_ORIGIN}/#club`,
    name,
    ...(others.size > 0 && { alternateName: [...others] }),
    legalName: CLUB_PUBLISHER,
    url: APP_ORIGIN + path(locale, "/"),
    logo: `${APP_ORIGIN}/icon-512.png`,
    email: CLUB_CONTACT,
    telephone: CLUB_PHONE,
    address: CLUB_ADDRESS,
    knowsLanguage: LOCALES.map((one) => LANGUAGE_TAG[one]),
  };
}
