import type { Locale } from "@/lib/core/i18n/locales";
import type { Source } from "@/lib/entries/source-rows";
import { openedWords } from "@/lib/entries/value-words";

type SourceLinksProps = { sources: readonly Source[]; locale: Locale };

/** Where it was read: each source with its address and the day somebody last opened it by hand. */
export function SourceLinks({ sources, locale }: SourceLinksProps) {
  return (
    <ul className="space-y-4">
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} rel="noreferrer">
            {source.title}
          </a>
          <span className="block text-muted text-sm wrap-anywhere">
            {`${source.url} · ${openedWords(source, locale)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
