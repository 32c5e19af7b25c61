"use client";

import type { MouseEvent } from "react";
import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";

type LanguageSwitchProps = {
  locale: Locale;
  label: string;
  /** Path and query of this page without its language. */
  current: string;
};

/** A search made meanwhile and the `#hash` are known to the browser alone. */
function keepSearch({ currentTarget }: MouseEvent<HTMLAnchorElement>) {
  const query = new URLSearchParams(location.search);
  query.delete("notice");
  currentTarget.search = String(query);
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
