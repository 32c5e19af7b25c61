import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  PROJECT_TEXTS,
  type ProjectContent,
  type ProjectText,
  PUBLIC_TEXTS,
} from "@/lib/projects/project";
import { Badge } from "../ui/badge";
import { LocalizedProse } from "../ui/localized-prose";

type ProjectTextsProps = { locale: Locale; content: ProjectContent; stale: StaleMarks };

const isPublic = (field: ProjectText) => (PUBLIC_TEXTS as readonly string[]).includes(field);

/** Every text of a project in every language it was written in, the original first. */
export function ProjectTexts({ locale, content, stale }: ProjectTextsProps) {
  const t = getTranslator(locale, "admin");
  const { originalLocale } = content;
  const languages = [originalLocale, ...LOCALES.filter((one) => one !== originalLocale)];
  return (
    <div className="space-y-8">
      {PROJECT_TEXTS.filter((field) => languages.some((one) => content[field][one])).map(
        (field) => (
          <section aria-labelledby={`text-${field}`} key={field}>
            <h3
              className="mb-3 flex flex-wrap items-center gap-2 font-semibold"
              id={`text-${field}`}
            >
              {t(`fields.${field}`)}
              <Badge tone={isPublic(field) ? "warning" : "neutral"}>
                {isPublic(field) ? t("dossier.publicPart") : t("dossier.memberPart")}
              </Badge>
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
                  {content[field][language] ? (
                    <LocalizedProse lang={language} text={content[field][language]} />
                  ) : (
                    <p className="text-muted text-sm">{t("dossier.missing")}</p>
                  )}
                </div>
              ))}
            </div>
          </section>
        ),
      )}
    </div>
  );
}
