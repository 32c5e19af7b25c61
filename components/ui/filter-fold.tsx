import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { FoldArrow } from "./fold-arrow";

type FilterFoldProps = {
  label: string;
  /** How many are in force. */
  chosen: number;
  isOpen?: boolean;
  locale: Locale;
  children: ReactNode;
};

/** What narrows a list beyond words: folded away beside them on narrow screens, open on wide ones. */
export function FilterFold({ label, chosen, isOpen, locale, children }: FilterFoldProps) {
  return (
    <details className="filter-fold" open={isOpen}>
      <summary>
        {chosen > 0 ? label + inBrackets(chosen, locale) : label}
        <FoldArrow />
      </summary>
      {children}
    </details>
  );
}
