import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { ProjectContent } from "@/lib/projects/project";

type ProjectTitleProps = {
  project: Pick<ProjectContent, "title" | "originalLocale">;
  locale: Locale;
};

/** The title in the language picked for the reader, marked as such. */
export function ProjectTitle({ project, locale }: ProjectTitleProps) {
  const title = pickText(project.title, locale, project.originalLocale);
  if (!title) return <span>{getTranslator(locale, "projects")("untitled")}</span>;
  return (
    <span dir="auto" lang={LANGUAGE_TAG[title.lang]}>
      {title.text}
    </span>
  );
}
