import type { StaleMarks } from "@/lib/core/i18n/staleness";
import type { EntryContent } from "@/lib/entries/noun";
import type { OwnEntry } from "@/lib/entries/own.queries";

/** What the editor works on: an entry before its publication, or the edit of a published one. */
export type EditorEntry<Content extends EntryContent = EntryContent> = {
  id: string;
  slug: string;
  version: number;
  /** Null for an entry; `""` for an edit that its first save will begin. */
  revisionId: string | null;
  content: Content;
  stale: StaleMarks;
  savedAt: Date | null;
};

/** The entry behind the editor's form for one's own. */
export function editorEntry<Content extends EntryContent>(
  own: OwnEntry<Content>,
): EditorEntry<Content> {
  const { id, slug, revision } = own;
  const isEdit = own.moderation === "published";
  const { version, content, stale } = (isEdit && revision) || own;
  return {
    id,
    slug,
    version,
    revisionId: isEdit ? (revision?.id ?? "") : null,
    content,
    stale,
    savedAt: isEdit ? (revision?.updatedAt ?? null) : own.updatedAt,
  };
}
