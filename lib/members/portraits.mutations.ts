import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Visibility } from "@/db/enums";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { keepFile } from "@/lib/core/files/kept-file";
import type { Portrait } from "./draw-portrait";
import { canEditMember } from "./policy";

/**
 * Sets or changes the viewer's own portrait to one that `drawPortrait` made, and who sees it; without a new one the old
 * one stays. Throws `notFound`, and `portraitMissing` on `portrait` where there is neither.
 */
export async function setPortrait(
  tx: Transaction,
  viewer: Viewer,
  input: { portrait: Portrait | null; level: Visibility },
): Promise<void> {
  const { portrait, level } = input;
  const member = await lockOwn(tx, viewer);
  authorize(member !== null && canEditMember(viewer, member));
  if (!portrait && !member?.portraitId)
    throw new AppError("portraitMissing", { field: "portrait" });
  const drawn = portrait && {
    portraitId: await keepFile(tx, portrait[240]),
    portraitMediumId: await keepFile(tx, portrait[96]),
    portraitSmallId: await keepFile(tx, portrait[48]),
  };
  const visibility = sql`${members.visibility} || jsonb_build_object('portrait', ${level}::text)`;
  await tx
    .update(members)
    .set({ ...drawn, visibility })
    .where(eq(members.accountId, viewer.accountId));
  await record(tx, viewer, portraitEvent("member.portrait-set", member));
}

/** Takes the viewer's own portrait away; without one nothing changes. Throws `notFound`. */
export async function removePortrait(tx: Transaction, viewer: Viewer): Promise<void> {
  const member = await lockOwn(tx, viewer);
  authorize(member !== null && canEditMember(viewer, member));
  await tx
    .update(members)
    .set({ portraitId: null, portraitMediumId: null, portraitSmallId: null })
    .where(eq(members.accountId, viewer.accountId));
  await record(tx, viewer, portraitEvent("member.portrait-removed", member));
}

async function lockOwn(tx: Transaction, viewer: Viewer) {
  const [row] = await tx
    .select({ id: members.id, accountId: members.accountId, portraitId: members.portraitId })
    .from(members)
    .where(eq(members.accountId, viewer.accountId))
    .for("no key update");
  return row ?? null;
}

const portraitEvent = (name: string, member: { id: string } | null) => ({
  name,
  subjectType: "member" as const,
  subjectId: member?.id ?? "",
});
