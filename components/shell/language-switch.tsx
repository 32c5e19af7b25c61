"use client";

import type { MouseEvent } from "react";
import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";

type LanguageSwitchProps = {
  locale: Locale;
  label: string;
  /** Path and query of this page without its language. */
  current: string;
};

/** What is searched on this page now: a search made meanwhile is known to the browser alone. */
export function queryNow(): string {
  const query = new URLSearchParams(location.search);
  query.delete("notice");
  return String(query);
}

function keepSearch({ currentTarget }: MouseEvent<HTMLAnchorElement>) {
  currentTarget.search = queryNow();
  currentTarget.hash = location.hash;
}

/** The same page in the other languages, each under its own name. */
export function LanguageSwitch({ locale, label, current }: LanguageSwitchProps) {
  const rest = current === "/" ? "" : current;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-3 text-sm">
      {LOCALES.map((language) => (
        <li key={language}>
          <a
            aria-current={language === locale ? "true" : undefined}
            className="language-link"
            href={`/${language}${rest}`}
            hrefLang={LANGUAGE_TAG[language]}
            lang={LANGUAGE_TAG[language]}
            onClick={keepSearch}
          >
            {LOCALE_NAME[language]}
          </a>
        </li>
      ))}
    </ul>
  );
}
