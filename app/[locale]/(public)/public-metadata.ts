import type { Metadata } from "next";
import { getViewer } from "@/lib/core/auth/viewer";
import { clubName } from "@/lib/core/i18n/club-name";
import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { type Swatch, swatchOfWord } from "@/lib/core/swatches/swatch";
import { type Poster, shareHref } from "@/lib/share-pictures/share-address";
import { alternates } from "../../alternates";

/** Open Graph names a language with the territory it is written for: it knows no script. */
const OPEN_GRAPH_LOCALE: Record<Locale, string> = { fr: "fr_FR", en: "en_GB", zh: "zh_CN" };

type PublicPage = {
  locale: Locale;
  to: string;
  title: string;
  description: string;
  /** That readers of feeds may follow it (`feedRoute`). */
  hasFeed?: true;
  /** The cloth on its share picture; of a page about no one thing, that of its address. */
  swatch?: Swatch;
  /** What its picture says beside the title of what is held on a day. */
  poster?: Poster | null;
  /** The page whose share picture it shows, where it has none of its own. */
  picturedAs?: string;
};

/**
 * What search engines and shared links say of a public page. Who signed in is told its title and feed alone: what reads the
 * rest comes without a session, and some twenty elements in the head cost a list a tenth of its time.
 */
export async function publicMetadata(page: PublicPage): Promise<Metadata> {
  const { locale, to, title, description, hasFeed, picturedAs = to.split("?")[0] ?? to } = page;
  const isHome = to === "/";
  const feed = [{ url: `${path(locale, to)}/feed.xml`, title: isHome ? clubName(locale) : title }];
  const feeds = hasFeed && { types: { "application/atom+xml": feed } };
  const named = {
    title: isHome ? { absolute: `${clubName(locale)} · ${title}` } : title,
    description,
  };
  if (await getViewer()) return { ...named, alternates: { ...feeds } };
  const { swatch = swatchOfWord(picturedAs), poster } = page;
  const on = { title, swatch, poster: poster ?? undefined };
  return {
    ...named,
    alternates: { ...alternates(locale, to), ...feeds },
    openGraph: {
      type: "website",
      siteName: clubName(locale),
      locale: OPEN_GRAPH_LOCALE[locale],
      title,
      description,
      images: [{ url: shareHref(locale, picturedAs, on), width: 1200, height: 630 }],
    },
  };
}
