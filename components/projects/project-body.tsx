import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { TranslationNote } from "@/lib/entries/sheet-fields";
import type { TranslationNotes } from "@/lib/entries/translators.queries";
import type { ProjectContent } from "@/lib/projects/project";
import { OriginNote } from "../entries/origin-note";
import { LocalizedProse } from "../ui/localized-prose";

const PARTS = ["summary", "sought", "offered", "advantages", "partnerTask"] as const;

type Texts = Pick<ProjectContent, (typeof PARTS)[number] | "originalLocale">;

type ProjectBodyProps = {
  project: Texts;
  stale: StaleMarks;
  /** Where the translations come from. */
  notes: TranslationNotes;
  locale: Locale;
};

/** The texts it shows, in their order. */
export function listTexts(project: Pick<Texts, (typeof PARTS)[number]>) {
  return PARTS.map((field) => project[field]);
}

/** The full text: need, offer, what speaks for it, what the partner would do. */
export function ProjectBody({ project, stale, notes, locale }: ProjectBodyProps) {
  const t = getTranslator(locale, "projects");
  const parts = PARTS.flatMap((field) => {
    const picked = pickText(project[field], locale, project.originalLocale);
    return picked ? [{ field, ...picked }] : [];
  });
  return (
    <div className="space-y-10">
      {parts.map(({ field, text, lang, isFallback }, index) => (
        <section aria-labelledby={`part-${field}`} key={field}>
          <h2 className="mb-3 font-semibold text-2xl" id={`part-${field}`}>
            {t(`parts.${field}`)}
          </h2>
          <LocalizedProse
            fallbackLabel={
              isFallback
                ? // Said once for parts that follow each other in the same language.
                  lang === parts[index - 1]?.lang
                  ? undefined
                  : fallbackLabel(locale, lang)
                : stale[field]?.includes(lang)
                  ? getTranslator(locale, "ui")("localized.stale")
                  : undefined
            }
            lang={lang}
            text={text}
          />
          <NoteUnder locale={locale} note={isFallback ? undefined : notes[field]} />
        </section>
      ))}
    </div>
  );
}

function NoteUnder({ note, locale }: { note?: TranslationNote | undefined; locale: Locale }) {
  if (!note) return null;
  return (
    <p className="mt-2">
      <OriginNote kind="project" locale={locale} note={note} />
    </p>
  );
}
