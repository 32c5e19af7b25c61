import type { ComponentProps, ReactNode } from "react";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { LocalizedProse } from "../ui/localized-prose";
import { SaidBy } from "./said-by";

type SaidWordsProps = Omit<ComponentProps<typeof SaidBy>, "locale"> & {
  /** Empty where they were erased. */
  words: string;
  /** The language they are in. */
  lang: Locale;
  at: Date;
  locale: Locale;
  /** What stands in their place. */
  children?: ReactNode;
};

/** What somebody says under an entry: their words, who they are, and when. */
export function SaidWords({ words, lang, at, locale, children, ...who }: SaidWordsProps) {
  return (
    <>
      {children ??
        (words ? (
          <LocalizedProse
            fallbackLabel={lang === locale ? undefined : fallbackLabel(locale, lang)}
            lang={lang}
            text={words}
          />
        ) : null)}
      <p className="mt-1 text-muted text-sm">
        <SaidBy {...who} locale={locale} />
        {` · ${formatDay(at, locale)}`}
      </p>
    </>
  );
}
