import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { LanguageLink } from "./language-link";

type LanguageSwitchProps = {
  locale: Locale;
  label: string;
  /** Path and query of this page without its language. */
  current: string;
};

/** The same page in the other languages, each under its own name. */
export function LanguageSwitch({ locale, label, current }: LanguageSwitchProps) {
  const rest = current === "/" ? "" : current;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-3 text-sm">
      {LOCALES.map((language) => (
        <li key={language}>
          <LanguageLink
            current={language === locale}
            href={`/${language}${rest}`}
            lang={LANGUAGE_TAG[language]}
            name={LOCALE_NAME[language]}
          />
        </li>
      ))}
    </ul>
  );
}
