import type { Metadata } from "next";
import { clubName } from "@/lib/core/i18n/club-name";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { alternates } from "../../alternates";

type PublicPage = { locale: Locale; to: string; title: string; description: string };

/** What search engines and shared links say of a public page. */
export function publicMetadata({ locale, to, title, description }: PublicPage): Metadata {
  const isHome = to === "/";
  return {
    title: isHome ? { absolute: `${clubName(locale)} · ${title}` } : title,
    description,
    alternates: alternates(locale, to),
    openGraph: {
      type: "website",
      siteName: clubName(locale),
      locale: LANGUAGE_TAG[locale].replace("-", "_"),
      title,
      description,
      images: [{ url: "/og.png", width: 1200, height: 630 }],
    },
  };
}
