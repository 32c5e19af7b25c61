import type { Locale } from "@/lib/core/i18n/locales";
import { PROJECTS, type ProjectContent } from "@/lib/projects/project";
import { EntryTitle } from "../entries/entry-title";

type ProjectTitleProps = {
  project: Pick<ProjectContent, "title" | "originalLocale">;
  locale: Locale;
};

/** The title of a project in the language picked for the reader. */
export function ProjectTitle({ project, locale }: ProjectTitleProps) {
  return <EntryTitle entry={project} locale={locale} noun={PROJECTS} />;
}
