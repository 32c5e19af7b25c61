import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { nounWords } from "@/lib/entries/noun-words";
import { WholeWords } from "../ui/whole-words";

type EntryTitleProps = {
  noun: Noun;
  entry: Pick<EntryContent, "title" | "originalLocale">;
  locale: Locale;
  /** It heads the page: its Chinese words stay whole, which a list of fifty would carry along for each. */
  isHeading?: boolean;
};

/** The title in the language picked for the reader, marked as such. */
export function EntryTitle({ noun, entry, locale, isHeading }: EntryTitleProps) {
  const title = pickText(entry.title, locale, entry.originalLocale);
  if (!title) return <span>{nounWords(noun, locale)("untitled")}</span>;
  return (
    <span dir="auto" lang={LANGUAGE_TAG[title.lang]}>
      {isHeading ? <WholeWords words={title.text} /> : title.text}
    </span>
  );
}
