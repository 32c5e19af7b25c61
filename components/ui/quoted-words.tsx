import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { languageByScript } from "@/lib/core/text/foreign-words";

type QuotedWordsProps = { words: string; lang?: Locale; className?: string };

/** What a person wrote, as they wrote it, where a page speaks of it; `lang`, where it is known, is what Latin letters are in. */
export function QuotedWords({ words, lang, className = "" }: QuotedWordsProps) {
  return (
    <blockquote
      className={`max-w-measure whitespace-pre-line break-words border-link border-l-2 pl-4 ${className}`}
      dir="auto"
      lang={languageByScript(words) ?? (lang && LANGUAGE_TAG[lang])}
    >
      {words}
    </blockquote>
  );
}
