import type { EntryLevel } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canReadDossier,
  canSeeText,
  type EntryFacts,
  ownsEntry,
  type SightFacts,
} from "@/lib/entries/policy";

/** A project with whether it was ever handed in, which opens its files to the club team. */
export type FileSight = SightFacts & { submittedAt: Date | null };

/** The owner, while the text is theirs to change and while it is online. */
export function canAttachFile(viewer: Viewer | null, project: EntryFacts): boolean {
  const isOpen = ["draft", "changes-requested", "published"].includes(project.moderation);
  return viewer?.status === "active" && ownsEntry(viewer, project) && isOpen;
}

export function canRemoveFile(viewer: Viewer | null, project: EntryFacts): boolean {
  return canAttachFile(viewer, project);
}

/** Who opens a file is its owner's to change as long as they may attach others. */
export function canSetFileLevel(viewer: Viewer | null, project: EntryFacts): boolean {
  return canAttachFile(viewer, project);
}

/** Whoever reads the text; a file for accepted contacts only those. The club team reads what was handed in. */
export function canOpenFile(viewer: Viewer | null, project: FileSight, level: EntryLevel): boolean {
  const isOpen = level === "members" || project.isContact || ownsEntry(viewer, project);
  const isRead = isOpen && canSeeText(viewer, project);
  return isRead || canReadDossier(viewer, project);
}
