import type { Metadata } from "next";
import { clubName } from "@/lib/core/i18n/club-name";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { alternates } from "../../alternates";

type PublicPage = {
  locale: Locale;
  to: string;
  title: string;
  description: string;
  /** That readers of feeds may follow it (`feedRoute`). */
  hasFeed?: true;
};

/** What search engines and shared links say of a public page. */
export function publicMetadata({ locale, to, title, description, hasFeed }: PublicPage): Metadata {
  const isHome = to === "/";
  const feed = [{ url: `${path(locale, to)}/feed.xml`, title: isHome ? clubName(locale) : title }];
  return {
    title: isHome ? { absolute: `${clubName(locale)} · ${title}` } : title,
    description,
    alternates: {
      ...alternates(locale, to),
      ...(hasFeed && { types: { "application/atom+xml": feed } }),
    },
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
