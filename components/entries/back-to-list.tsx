import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { ENTRY_PATHS, type Noun } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { Breadcrumbs } from "../ui/breadcrumbs";

/** The way to the list of a kind, or back to it with the search one came from (`href`). */
export function BackToList({ noun, locale, href }: { noun: Noun; locale: Locale; href?: string }) {
  const list = {
    label: nounWords(noun, locale)("list.title"),
    href: href ?? path(locale, ENTRY_PATHS[noun.kind]),
  };
  return <Breadcrumbs items={[list]} label={getTranslator(locale, "ui")("breadcrumbs")} />;
}
