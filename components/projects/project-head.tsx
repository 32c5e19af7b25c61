import { today } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { Cover } from "@/lib/entries/files/cover";
import { isOlder } from "@/lib/entries/older-text";
import type { TranslationNote } from "@/lib/entries/sheet-fields";
import type { ProjectTeaser } from "@/lib/projects/listing.queries";
import { PROJECTS } from "@/lib/projects/project";
import { isExpired } from "@/lib/projects/project-deadline";
import { EntryHead } from "../entries/entry-head";
import { OriginNote } from "../entries/origin-note";
import { Badge } from "../ui/badge";
import { typeWords } from "./project-words";

type ProjectHeadProps = {
  teaser: ProjectTeaser;
  /** Where the translation of the teaser comes from. */
  note: TranslationNote | undefined;
  cover: Cover | null;
  locale: Locale;
  /** The list, with the search one came from. */
  back: string;
};

/** Type, progress, title and teaser: what anybody may read first. */
export function ProjectHead({ teaser, note, cover, locale, back }: ProjectHeadProps) {
  const { originalLocale, stale } = teaser;
  const text = pickText(teaser.teaser, locale, originalLocale);
  const type = typeWords(teaser.profileType, locale);
  return (
    <EntryHead
      back={back}
      cover={cover}
      entry={teaser}
      eyebrow={
        <>
          {type ? <Badge tone="info">{type}</Badge> : null}
          <Badge>{getTranslator(locale, "enums")(`progress.${teaser.progress}`)}</Badge>
          {isExpired(teaser, today()) ? (
            <Badge tone="warning">{getTranslator(locale, "projects")("deadline.expired")}</Badge>
          ) : null}
          {text?.isFallback ? <span>{fallbackLabel(locale, text.lang)}</span> : null}
          {note && !text?.isFallback ? (
            <OriginNote kind="project" locale={locale} note={note} />
          ) : null}
        </>
      }
      lead={
        text ? (
          <>
            {isOlder(stale, "teaser", text) ? (
              <span className="mb-1 block text-muted text-sm">
                {getTranslator(locale, "ui")("localized.stale")}
              </span>
            ) : null}
            <span dir="auto" lang={LANGUAGE_TAG[text.lang]}>
              {text.text}
            </span>
          </>
        ) : undefined
      }
      locale={locale}
      noun={PROJECTS}
    />
  );
}
