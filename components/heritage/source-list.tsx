import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ListedSource } from "@/lib/heritage/heritage-view";

type SourceListProps = { sources: ListedSource[]; locale: Locale };

/** Where a claim is read, with each address, also one that no reader is sent to, and the day somebody last read it. */
export function SourceList({ sources, locale }: SourceListProps) {
  const t = getTranslator(locale, "heritage");
  return (
    <ul className="space-y-4">
      {sources.map(({ name, address, isLinked, opened }) => (
        <li key={address}>
          {isLinked ? (
            <a href={address} rel="noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
          {/* On paper its link says it. */}
          <span className={`block text-muted text-sm wrap-anywhere ${isLinked ? "no-print" : ""}`}>
            {isLinked ? address : t("sources.copy", { address })}
          </span>
          <span className="block text-muted text-sm">{opened}</span>
        </li>
      ))}
    </ul>
  );
}
