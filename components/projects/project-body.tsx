import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { ProjectContent, StaleMarks } from "@/lib/projects/project-content";
import { LocalizedProse } from "../ui/localized-prose";

const PARTS = ["summary", "sought", "offered", "advantages", "partnerTask"] as const;

type Texts = Pick<ProjectContent, (typeof PARTS)[number] | "originalLocale">;

type ProjectBodyProps = { project: Texts; stale: StaleMarks; locale: Locale };

/** The full text: need, offer, what speaks for it, what the partner would do. */
export function ProjectBody({ project, stale, locale }: ProjectBodyProps) {
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
        </section>
      ))}
    </div>
  );
}
