import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { isOlder } from "@/lib/entries/older-text";
import { type ExperienceContent, MORE_TEXTS } from "@/lib/experiences/experience";
import { LocalizedProse } from "../ui/localized-prose";
import { TitledPart } from "../ui/titled-part";

/** The advice first: it is what readers come for. */
const PARTS = ["advice", "story", ...MORE_TEXTS] as const;

type ExperienceBodyProps = {
  /** What of it the reader may read. */
  texts: Partial<Pick<ExperienceContent, (typeof PARTS)[number]>>;
  originalLocale: Locale;
  stale: StaleMarks;
  locale: Locale;
};

/** The texts of an experience, each in the language picked for the reader. */
export function ExperienceBody({ texts, originalLocale, stale, locale }: ExperienceBodyProps) {
  const t = getTranslator(locale, "experiences");
  const old = getTranslator(locale, "ui")("localized.stale");
  const parts = PARTS.flatMap((name) => {
    const picked = pickText(texts[name], locale, originalLocale);
    return picked ? [{ name, picked }] : [];
  });
  return (
    <div className="space-y-10">
      {parts.map(({ name, picked }, index) => {
        const { text, lang, isFallback } = picked;
        // Said once for parts that follow each other in the same language.
        const isSaid = isFallback && parts[index - 1]?.picked.lang === lang;
        const note = isFallback ? fallbackLabel(locale, lang) : old;
        const isNoted = isFallback ? !isSaid : isOlder(stale, name, picked);
        return (
          <TitledPart id={name} key={name} title={t(`fields.${name}`)}>
            <LocalizedProse
              fallbackLabel={isNoted ? note : undefined}
              isList={name === "advice"}
              lang={lang}
              text={text}
            />
          </TitledPart>
        );
      })}
    </div>
  );
}
