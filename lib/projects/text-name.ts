import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectText } from "./project";

/** What a text of a project is called by readers who need not be its owner, in their language. */
export function textName(field: ProjectText, locale: Locale): string {
  return getTranslator(locale, "translations")(`texts.${field}`);
}

/** Several of them in one sentence: "Titre et Présentation". */
export function textNames(fields: readonly ProjectText[], locale: Locale): string {
  const list = new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" });
  return list.format(fields.map((field) => textName(field, locale)));
}
