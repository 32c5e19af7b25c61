import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { textNote } from "@/lib/core/i18n/ui-copy";
import { type ListCard, said } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { swatchHref } from "@/lib/core/swatches/swatch";
import { type EntryContent, type Noun, pageOf } from "./noun";
import { nounWords } from "./noun-words";
import { isOlder } from "./older-text";

type Listed = Pick<EntryContent, "title" | "originalLocale"> & {
  slug: string;
  seed: number;
  stale: StaleMarks;
};

/** What the card of an entry says in its own words: its title, and one of its `texts` with what it is called. */
export function entryCard(
  noun: Noun,
  { slug, seed, title: titles, originalLocale, stale }: Listed,
  [name, texts]: [name: string, texts: LocalizedText],
  locale: Locale,
): Pick<ListCard, "href" | "swatch" | "title" | "note" | "text"> {
  const title = pickText(titles, locale, originalLocale);
  const text = pickText(texts, locale, originalLocale);
  const isOld = isOlder(stale, name, text) || isOlder(stale, "title", title);
  return {
    href: path(locale, pageOf({ entryKind: noun.kind, slug })),
    swatch: swatchHref({ weave: noun.weave, seed }),
    title: title ? said(title, locale) : nounWords(noun, locale)("untitled"),
    note: textNote(locale, text, isOld),
    text: text ? said(text, locale) : undefined,
  };
}
