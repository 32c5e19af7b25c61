import "server-only";
import type { Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { entryEvent } from "@/lib/entries/entry-event";
import { canSetLevels } from "@/lib/entries/policy";
import { findIdentitiesOf } from "./identity.queries";
import { lockOwnProject } from "./locked.queries";
import { contentOf } from "./project";
import { findShown } from "./shown.queries";

/**
 * Says who reads the full text of a published project and who learns who proposes it; at once, search included.
 * Throws `notFound`, `conflict`, `moveNotAllowed`, and `textsIdentify` on `ownerLevel` where the text, or the name of a
 * file, would tell it all the same (with what was `found`).
 */
export async function setLevels(
  tx: Transaction,
  viewer: Viewer,
  input: {
    projectId: string;
    version: number;
    textLevel: EntryLevel;
    ownerLevel: EntryLevel;
  },
): Promise<void> {
  const project = await lockOwnProject(tx, viewer, input);
  authorize(canSetLevels(viewer, project), "moveNotAllowed");
  const { textLevel, ownerLevel } = input;
  const content = contentOf(project);
  const found = await findIdentitiesOf(tx, { ...project, textLevel, ownerLevel, content });
  if (found.length > 0) {
    const words = found.map((one) => one.found).join(" · ");
    throw new AppError("textsIdentify", { field: "ownerLevel", values: { found: words } });
  }
  const shown = await findShown(tx, { ...project, textLevel, ownerLevel });
  const event = entryEvent(project, "levels-set", { textLevel, ownerLevel });
  await changeEntry(tx, viewer, project, { textLevel, ownerLevel, ...shown }, event);
}
