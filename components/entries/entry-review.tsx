import { LANGUAGE_TAG, LOCALE_NAME, type Locale, originalFirst } from "@/lib/core/i18n/locales";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { textsOf } from "@/lib/entries/content";
import { choicesOf } from "@/lib/entries/description";
import { type EntryContent, type Noun, pageOf } from "@/lib/entries/noun";
import { fieldName } from "@/lib/entries/noun-words";
import { factsOf } from "@/lib/entries/value-words";
import { Badge } from "../ui/badge";
import { DefinitionList } from "../ui/definition-list";
import { LocalizedProse } from "../ui/localized-prose";
import { ReadersBadge } from "./readers-badge";

type EntryReviewProps = {
  noun: Noun;
  content: EntryContent;
  /** Without an address there is no way back: an older version is only read. */
  slug: string | null;
  locale: Locale;
  /** Which translations are older than their original, where that is still to be mended. */
  stale?: StaleMarks;
};

/** Every answer once more, with who will read it and the way back to change it. */
export function EntryReview({ noun, content, slug, locale, stale = {} }: EntryReviewProps) {
  const t = getTranslator(locale, "entries");
  const { originalLocale } = content;
  return (
    <>
      {Object.entries(noun.fields).map(([name, { kind, level, section }]) =>
        kind === "text" ? (
          <section aria-labelledby={`review-${name}`} key={name}>
            <h3 className="flex flex-wrap items-center gap-2 font-semibold" id={`review-${name}`}>
              {fieldName(noun, name, locale)}
              <ReadersBadge content={content} level={level} locale={locale} />
              {slug === null ? null : (
                <a
                  className="inline-block py-1 font-normal text-sm pointer-coarse:py-2.5"
                  href={path(
                    locale,
                    `${pageOf({ entryKind: noun.kind, slug })}/edit?step=${section}#field-${name}.${originalLocale}`,
                  )}
                >
                  {t("editor.change", { field: fieldName(noun, name, locale) })}
                </a>
              )}
            </h3>
            <ReviewText
              content={content}
              locale={locale}
              name={name}
              noun={noun}
              stale={stale[name] ?? []}
            />
          </section>
        ) : null,
      )}
      <DefinitionList items={factsOf(noun, choicesOf(noun.fields), content, locale)} />
    </>
  );
}

type ReviewTextProps = Omit<EntryReviewProps, "slug" | "stale"> & {
  name: string;
  stale: readonly string[];
};

/** In each language it has, the original first; carries the id of its field, so that a refusal at the end leads here. */
function ReviewText({ noun, content, name, locale, stale }: ReviewTextProps) {
  const { originalLocale } = content;
  const text = textsOf(noun.fields, content)[name] ?? {};
  const languages = originalFirst(originalLocale);
  const field = noun.fields[name];
  const isList = field?.kind === "text" && field.isList;
  return languages
    .filter((language) => text[language] || language === originalLocale)
    .map((language) => (
      <div
        className="mt-3 scroll-mt-24 border-hairline border-l-2 pl-4"
        id={`field-submit-${name}.${language}`}
        key={language}
      >
        <p className="mb-1 text-muted text-sm" id={`label-submit-${name}.${language}`}>
          <span className="sr-only">{`${fieldName(noun, name, locale)} · `}</span>
          <span lang={LANGUAGE_TAG[language]}>{LOCALE_NAME[language]}</span>
          {stale.includes(language) ? (
            <span className="ml-2">
              <Badge tone="warning">{getTranslator(locale, "ui")("localized.stale")}</Badge>
            </span>
          ) : null}
        </p>
        {text[language] ? (
          <LocalizedProse isList={isList} lang={language} text={text[language]} />
        ) : (
          <p className="text-muted">{getTranslator(locale, "entries")("editor.empty")}</p>
        )}
      </div>
    ));
}
