import type { Locale } from "@/lib/core/i18n/locales";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import type { Saying } from "@/lib/directory/crowd.queries";
import type { OwnProject } from "@/lib/projects/owned.queries";
import type { ProjectContent } from "@/lib/projects/project";

/** What the editor works on: a project before its publication, or the edit of a published one. */
export type EditorEntry = {
  projectId: string;
  slug: string;
  version: number;
  /** Null for a project; `""` for an edit that its first save will begin. */
  revisionId: string | null;
  content: ProjectContent;
  stale: StaleMarks;
  savedAt: Date | null;
};

export type EditorSectionProps = { entry: EditorEntry; locale: Locale };

export type ToldSectionProps = EditorSectionProps & {
  /** What is shown of its sectors and cities without the owner's name; null where nobody asks. */
  saying: Saying | null;
};

/** The entry behind the editor's form for one's own project. */
export function editorEntry(project: OwnProject): EditorEntry {
  const { id, slug, revision } = project;
  const isEdit = project.moderation === "published";
  const { version, content, stale } = (isEdit && revision) || project;
  return {
    projectId: id,
    slug,
    version,
    revisionId: isEdit ? (revision?.id ?? "") : null,
    content,
    stale,
    savedAt: isEdit ? (revision?.updatedAt ?? null) : project.updatedAt,
  };
}
