import type { Metadata } from "next";
import { env } from "@/lib/core/env";
import { clubName } from "@/lib/core/i18n/club-name";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { alternates } from "../../../alternates";

type PublicPage = { locale: Locale; to: string; title: string; description: string };

/** What search engines and shared links (a WeChat card) say of a page that visitors may read. */
export function projectMetadata({ locale, to, title, description }: PublicPage): Metadata {
  return {
    title,
    description,
    alternates: alternates(locale, to),
    openGraph: {
      type: "website",
      siteName: clubName(locale),
      locale: LANGUAGE_TAG[locale].replace("-", "_"),
      title,
      description,
      images: [{ url: `${env().APP_ORIGIN}/og.png`, width: 1200, height: 630 }],
    },
  };
}
