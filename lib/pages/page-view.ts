import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { isOlder } from "@/lib/entries/older-text";
import { pageValues } from "./club-values";
import type { ClubPage, PageContent } from "./page";
import { type Part, readPageText } from "./page-text";
import { fillIn } from "./page-values";
import { portalText } from "./portal-text";

/** A page as it is read in one language, its values in place; each text says in which it is where that is another. */
export type PageView = {
  title: PickedText;
  lead: PickedText;
  /** For search engines. */
  description: string;
  body: Omit<PickedText, "text"> & { parts: Part[] };
  /** That some of it is a translation that is older than its original. */
  isOlder: boolean;
};

const TEXTS = ["title", "lead", "body"] as const;

/** The club's own text of a page, or the portal's where there is none. */
export function pageView(
  page: ClubPage,
  content: PageContent | null,
  locale: Locale,
  stale: StaleMarks = {},
): PageView {
  const values = pageValues(locale);
  const portal = portalText(page, locale);
  const ownOf = (name: (typeof TEXTS)[number]) =>
    content && pickText(content[name], locale, content.originalLocale);
  const pick = (name: (typeof TEXTS)[number]): PickedText => {
    const own = ownOf(name);
    const { text, ...where } = own ?? { text: portal[name], lang: locale, isFallback: false };
    return { ...where, text: fillIn(text, values) };
  };
  const { text: written, ...where } = pick("body");
  const text = `${written}${page === "privacy" ? ofProvider(where.lang) : ""}`;
  const lead = pick("lead");
  return {
    title: pick("title"),
    lead,
    description: content ? lead.text : portal.description,
    body: { ...where, parts: readPageText(text) },
    isOlder: TEXTS.some((name) => isOlder(stale, name, ownOf(name))),
  };
}

/** Members' words go to no service that the privacy page does not name, whoever wrote the page. */
function ofProvider(locale: Locale): string {
  const provider = chosenProvider()?.name;
  return provider ? `\n\n${getTranslator(locale, "pages")("privacy.machine", { provider })}` : "";
}
