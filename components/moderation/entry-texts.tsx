import { LANGUAGE_TAG, LOCALE_NAME, type Locale, originalFirst } from "@/lib/core/i18n/locales";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textsOf } from "@/lib/entries/content";
import { fieldsLike } from "@/lib/entries/description";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { ReadersBadge } from "../entries/readers-badge";
import { Badge } from "../ui/badge";
import { LocalizedProse } from "../ui/localized-prose";
import { dossierField } from "./dossier-field";

type EntryTextsProps = { noun: Noun; locale: Locale; content: EntryContent; stale: StaleMarks };

/** Every text of an entry in every language it was written in, the original first. */
export function EntryTexts({ noun, locale, content, stale }: EntryTextsProps) {
  const texts = textsOf(noun.fields, content);
  const levelOf = (field: string) => noun.fields[field]?.level ?? "members";
  const t = getTranslator(locale, "admin");
  const { originalLocale } = content;
  const languages = originalFirst(originalLocale);
  return (
    <div className="space-y-8">
      {fieldsLike(noun.fields, { kind: "text" })
        .filter((field) => languages.some((one) => texts[field]?.[one]))
        .map((field) => (
          <section aria-labelledby={`text-${field}`} key={field}>
            <h3
              className="mb-3 flex flex-wrap items-center gap-2 font-semibold"
              id={`text-${field}`}
            >
              {dossierField(noun, field, locale)}
              <ReadersBadge content={content} level={levelOf(field)} locale={locale} />
            </h3>
            <div className="space-y-4">
              {languages.map((language) => (
                <div className="border-hairline border-l-2 pl-4" key={language}>
                  <p className="mb-1 flex flex-wrap items-center gap-2 text-muted text-sm">
                    <span lang={LANGUAGE_TAG[language]}>{LOCALE_NAME[language]}</span>
                    {language === originalLocale ? <span>{t("dossier.original")}</span> : null}
                    {stale[field]?.includes(language) ? (
                      <Badge tone="warning">{t("dossier.stale")}</Badge>
                    ) : null}
                  </p>
                  {texts[field]?.[language] ? (
                    <LocalizedProse lang={language} text={texts[field][language]} />
                  ) : (
                    <p className="text-muted text-sm">{t("dossier.missing")}</p>
                  )}
                </div>
              ))}
            </div>
          </section>
        ))}
    </div>
  );
}
