import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { SimilarCopy } from "../ui/similar-note";

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
