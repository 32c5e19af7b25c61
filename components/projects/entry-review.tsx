import { LANGUAGE_TAG, LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { choiceWords } from "@/lib/projects/choice-words";
import {
  PROJECT,
  PROJECT_CHOICES,
  PROJECT_TEXTS,
  type ProjectText,
  PUBLIC_TEXTS,
} from "@/lib/projects/project";
import { Badge } from "../ui/badge";
import { DefinitionList } from "../ui/definition-list";
import { LocalizedProse } from "../ui/localized-prose";
import type { EditorEntry } from "./editor-entry";

const isPublic = (field: ProjectText) => (PUBLIC_TEXTS as readonly string[]).includes(field);

type EntryReviewProps = {
  /** Without an address there is no way back: an older version is only read. */
  entry: Pick<EditorEntry, "content"> & { slug: string | null };
  locale: Locale;
};

/** Every answer once more, with who will read it and the way back to change it. */
export function EntryReview({ entry, locale }: EntryReviewProps) {
  const t = getTranslator(locale, "projects");
  const { content, slug } = entry;
  const { originalLocale, textLevel } = content;
  const readers = textLevel === "members" ? t("editor.forMembers") : t("levels.contacts");
  const languages = [originalLocale, ...LOCALES.filter((one) => one !== originalLocale)];
  return (
    <>
      {PROJECT_TEXTS.map((field) => (
        <section aria-labelledby={`review-${field}`} key={field}>
          <h3 className="flex flex-wrap items-center gap-2 font-semibold" id={`review-${field}`}>
            {t(`fields.${field}`)}
            <Badge tone={isPublic(field) ? "warning" : "neutral"}>
              {isPublic(field) ? t("editor.forAll") : readers}
            </Badge>
            {slug === null ? null : (
              <a
                className="inline-block py-1 font-normal text-sm pointer-coarse:py-2.5"
                href={path(
                  locale,
                  `/projects/${slug}/edit?step=${PROJECT[field].section}#field-${field}.${originalLocale}`,
                )}
              >
                {t("editor.change", { field: t(`fields.${field}`) })}
              </a>
            )}
          </h3>
          {languages.map((language) => (
            <ReviewText
              entry={entry}
              field={field}
              key={language}
              language={language}
              locale={locale}
            />
          ))}
        </section>
      ))}
      <DefinitionList
        items={PROJECT_CHOICES.map((field) => ({
          term: t(`facts.${field}`),
          value: choiceWords(field, content[field], locale),
        }))}
      />
    </>
  );
}

type ReviewTextProps = EntryReviewProps & { field: ProjectText; language: Locale };

/** Carries the id of its field, so that a refusal at the end leads here. */
function ReviewText({ entry, field, language, locale }: ReviewTextProps) {
  const t = getTranslator(locale, "projects");
  const { content } = entry;
  const text = content[field][language];
  if (!text && language !== content.originalLocale) return null;
  return (
    <div
      className="mt-3 scroll-mt-24 border-hairline border-l-2 pl-4"
      id={`field-submit-${field}.${language}`}
    >
      <p className="mb-1 text-muted text-sm" id={`label-submit-${field}.${language}`}>
        <span className="sr-only">{`${t(`fields.${field}`)} · `}</span>
        <span lang={LANGUAGE_TAG[language]}>{LOCALE_NAME[language]}</span>
      </p>
      {text ? (
        <LocalizedProse lang={language} text={text} />
      ) : (
        <p className="text-muted">{t("editor.empty")}</p>
      )}
    </div>
  );
}
