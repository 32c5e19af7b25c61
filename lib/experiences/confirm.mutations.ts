import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { experiences } from "@/db/schema/experiences";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { type EntryVersion, lockOwnEntry } from "@/lib/entries/locked.queries";
import { experienceEvent } from "./experience-event";
import { canConfirmExperience } from "./policy";

/**
 * Its author says that an experience still holds as the page shows it, whatever was said against it before. Gives its
 * address. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function confirmExperience(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion,
): Promise<{ slug: string }> {
  const experience = await lockOwnEntry(tx, viewer, "experience", input);
  const facts = { ...experience, isHidden: experience.hiddenAt !== null };
  authorize(canConfirmExperience(viewer, facts), "moveNotAllowed");
  const { id } = experience;
  await tx.update(experiences).set({ confirmedAt: sql`now()` }).where(eq(experiences.id, id));
  await record(tx, viewer, experienceEvent("experience.confirmed", experience));
  return experience;
}
