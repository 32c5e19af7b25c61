import type { Locale } from "@/lib/core/i18n/locales";
import type { Saying } from "@/lib/directory/crowd.queries";
import type { ProjectContent } from "@/lib/projects/project";
import type { EditorEntry } from "../entries/editor-entry";

/** What each section of the editor is drawn from. */
export type SectionProps = { entry: EditorEntry<ProjectContent>; locale: Locale };

export type ToldSectionProps = SectionProps & {
  /** What is shown of its sectors and cities without the owner's name; null where nobody asks. */
  saying: Saying | null;
};
