import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type Noun, pageOf } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { Breadcrumbs } from "../ui/breadcrumbs";

type BackToEntryProps = { noun: Noun; slug: string; locale: Locale };

/** The way from a page of one's own entry back to the entry. */
export function BackToEntry({ noun, slug, locale }: BackToEntryProps) {
  const label = nounWords(noun, locale)("editor.back");
  return (
    <Breadcrumbs
      items={[{ label, href: path(locale, pageOf({ entryKind: noun.kind, slug })) }]}
      label={getTranslator(locale, "ui")("breadcrumbs")}
    />
  );
}
