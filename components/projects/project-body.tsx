import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import type { ProjectContent, ProjectText, StaleMarks } from "@/lib/projects/project-content";
import { LocalizedProse } from "../ui/localized-prose";

const PARTS = ["summary", "sought", "offered", "advantages", "partnerTask"] as const;

type Texts = Pick<ProjectContent, (typeof PARTS)[number] | "originalLocale">;

type ProjectBodyProps = { project: Texts; stale: StaleMarks; locale: Locale };

/** The full text: need, offer, what speaks for it, what the partner would do. */
export function ProjectBody({ project, stale, locale }: ProjectBodyProps) {
  const t = getTranslator(locale, "projects");
  return (
    <div className="space-y-10">
      {PARTS.filter((field) => Object.keys(project[field]).length > 0).map((field) => (
        <section aria-labelledby={`part-${field}`} key={field}>
          <h2 className="mb-3 font-semibold text-2xl" id={`part-${field}`}>
            {t(`parts.${field}`)}
          </h2>
          <PartText field={field} locale={locale} project={project} stale={stale} />
        </section>
      ))}
    </div>
  );
}

type PartTextProps = ProjectBodyProps & { field: Exclude<ProjectText, "title" | "teaser"> };

function PartText({ field, project, stale, locale }: PartTextProps) {
  const picked = pickText(project[field], locale, project.originalLocale);
  if (!picked) return null;
  const isOld = stale[field]?.includes(picked.lang);
  const label = picked.isFallback
    ? fallbackLabel(locale, picked.lang)
    : isOld
      ? getTranslator(locale, "ui")("localized.stale")
      : undefined;
  return <LocalizedProse fallbackLabel={label} lang={picked.lang} text={picked.text} />;
}
