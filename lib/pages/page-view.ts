import type { Locale } from "@/lib/core/i18n/locales";
import { type PickedText, pickText } from "@/lib/core/i18n/localized-text";
import { chosenProvider } from "@/lib/core/i18n/machine-translation";
import { getTranslator } from "@/lib/core/i18n/translator";
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
};

/** The club's own text of a page, or the portal's where there is none. */
export function pageView(page: ClubPage, content: PageContent | null, locale: Locale): PageView {
  const values = pageValues(locale);
  const portal = portalText(page, locale);
  const pick = (name: "title" | "lead" | "body"): PickedText => {
    const own = content && pickText(content[name], locale, content.originalLocale);
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
  };
}

/** Members' words go to no service that the privacy page does not name, whoever wrote the page. */
function ofProvider(locale: Locale): string {
  const provider = chosenProvider()?.name;
  return provider ? `\n\n${getTranslator(locale, "pages")("privacy.machine", { provider })}` : "";
}
