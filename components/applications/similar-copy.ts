import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";

export type SimilarCopy = {
  /** With `{names}` where the names go. */
  found: string;
  link: string;
  /** The page where one joins it or says that it is another one. */
  href: string;
  /** Where to ask, with everything but what is typed. */
  source: string;
};

/** What `<SimilarNote>` says and where it asks; `step` is the page it stands on. */
export function similarCopy(step: "organisation" | "registration", locale: Locale): SimilarCopy {
  const t = getTranslator(locale, "applications");
  return {
    found: t("similar.found", { names: "{names}" }),
    link: t("similar.link"),
    href: path(locale, "/apply/same-organisation", { after: step }),
    source: `/api/organisations/similar?locale=${locale}`,
  };
}
