import type { EntryLevel } from "@/db/enums";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { canReadDossier, canSeeText, type EntryFacts, ownsEntry, type SightFacts } from "../policy";

/** An entry with whether it was ever handed in, which opens its files to the club team. */
export type FileSight = SightFacts & { submittedAt: Date | null };

/** The owner, while the text is theirs to change and while it is online. */
export function canAttachFile(viewer: Viewer | null, entry: EntryFacts): boolean {
  const isOpen = ["draft", "changes-requested", "published"].includes(entry.moderation);
  return mayAct(viewer) && ownsEntry(viewer, entry) && isOpen;
}

/** Whoever may attach one. */
export function canRemoveFile(viewer: Viewer | null, entry: EntryFacts): boolean {
  return canAttachFile(viewer, entry);
}

/** Who opens a file is its owner's to change as long as they may attach others. */
export function canSetFileLevel(viewer: Viewer | null, entry: EntryFacts): boolean {
  return canAttachFile(viewer, entry);
}

/** Whoever reads the text; a file for accepted contacts only those. The club team reads what was handed in. */
export function canOpenFile(viewer: Viewer | null, entry: FileSight, level: EntryLevel): boolean {
  const isOpen = level === "members" || entry.isContact || ownsEntry(viewer, entry);
  const isRead = isOpen && canSeeText(viewer, entry);
  return isRead || canReadDossier(viewer, entry);
}
