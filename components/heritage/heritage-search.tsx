import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WordSearch } from "../ui/word-search";

type HeritageSearchProps = {
  /** Where the answer stands, with its language. */
  action: string;
  q: string;
  /** How many were found, where something was typed. */
  found: number | null;
  locale: Locale;
};

/** Looks for words among the dates, institutions and figures. */
export function HeritageSearch({ action, q, found, locale }: HeritageSearchProps) {
  const t = getTranslator(locale, "heritage");
  return (
    <WordSearch
      action={action}
      all={t("search.all")}
      apply={t("search.apply")}
      found={found === null ? null : t("search.found", { count: found })}
      label={t("search.label")}
      q={q}
    />
  );
}
