import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";

type QuotedWordsProps = { words: string; lang?: Locale; className?: string };

/** What somebody wrote, as they wrote it, where a page speaks of it. */
export function QuotedWords({ words, lang, className = "" }: QuotedWordsProps) {
  return (
    <blockquote
      className={`max-w-measure break-words border-hairline border-l-2 pl-3 text-ink ${className}`}
      dir="auto"
      lang={lang ? LANGUAGE_TAG[lang] : undefined}
    >
      {words}
    </blockquote>
  );
}
