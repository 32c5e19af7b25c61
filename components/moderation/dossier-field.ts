import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Noun } from "@/lib/entries/noun";

/** What the club team calls a field of an entry of this kind. */
export const dossierField = ({ kind }: Pick<Noun, "kind">, name: string, locale: Locale): string =>
  getTranslator(locale, "admin")(`fields.${kind}.${name}` as "fields.project.title");
