import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { SimilarCopy } from "./similar-projects";

/** What `<SimilarProjects>` says and where it asks; `except` is the project that is being written. */
export function similarCopy(locale: Locale, except = ""): SimilarCopy {
  const t = getTranslator(locale, "projects");
  return {
    title: t("similar.title"),
    newTab: inBrackets(t("similar.newTab"), locale),
    source: `/api/projects/similar?locale=${locale}&except=${encodeURIComponent(except)}`,
    place: path(locale, "/projects/{slug}"),
    tags: LANGUAGE_TAG,
  };
}
