import { createTranslator } from "use-intl/core";
import { CATALOGUES, type Catalogue } from "./catalogues";
import { LANGUAGE_TAG, type Locale } from "./locales";

/**
 * The words of one room in one language: `getTranslator("zh", "projects")("form.title")`.
 * Messages are ICU; runs on the server only (the catalogues are never shipped to the browser).
 */
export function getTranslator<Namespace extends keyof Catalogue>(
  locale: Locale,
  namespace: Namespace,
) {
  return createTranslator<Catalogue, Namespace>({
    locale: LANGUAGE_TAG[locale],
    messages: CATALOGUES[locale],
    namespace,
    timeZone: "Europe/Paris",
    onError(error) {
      throw error;
    },
  });
}
