import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { type ExperienceContent, teaserOf } from "@/lib/experiences/experience";
import { LocalizedProse } from "../ui/localized-prose";

type VisitorsReadProps = { content: ExperienceContent; isTeased: boolean; locale: Locale };

/** What visitors will read of an experience, in the language it was written in. */
export function VisitorsRead({ content, isTeased, locale }: VisitorsReadProps) {
  const t = getTranslator(locale, "experiences");
  const { originalLocale, title, advice } = content;
  const read = isTeased ? [title, teaserOf({ isTeased, advice })] : [];
  const texts = read.flatMap((text) => pickText(text, originalLocale) ?? []);
  return (
    <div className="border-hairline border-l-2 pl-4">
      <p className="text-muted text-sm">{t(isTeased ? "readers.teased" : "readers.notTeased")}</p>
      {texts.map(({ text, lang }) => (
        <LocalizedProse key={text} lang={lang} text={text} />
      ))}
    </div>
  );
}
