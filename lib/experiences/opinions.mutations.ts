import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { Stance } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { experienceOpinions } from "@/db/schema/opinions";
import { spendOnCommit } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record, type Tell } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { entryEvent } from "@/lib/entries/entry-event";
import { type LockedEntry, lockEntry } from "@/lib/entries/locked.queries";
import { shownName } from "@/lib/members/member-card";
import { readNames } from "@/lib/members/person.queries";
import { tellOfOpinion } from "./notices";
import { canGiveOpinion, canWithdrawOpinion, opinionRefusal } from "./opinions.policy";
import { findGround } from "./opinions.queries";

type Said = { experienceId: string; locale: Locale; words: string };

/**
 * A member who is named stands by somebody else's published experience, in a sentence; its author is told. Gives the
 * experience. Throws `notFound`, `opinionOwn`, `opinionUnsigned`, `opinionColleague`, `opinionUnlisted`, `opinionGiven`,
 * `tooManyRequests`.
 */
export async function endorseExperience(
  tx: Transaction,
  viewer: Viewer,
  { experienceId, ...said }: Said,
): Promise<{ slug: string }> {
  const { experience, ground } = await lockGround(tx, viewer, experienceId);
  authorize(canGiveOpinion(viewer, ground));
  const tell = await keep(tx, viewer, experience, { ...said, stance: "endorsed", sinceYear: null });
  await record(tx, viewer, entryEvent(experience, "endorsed"), { tell });
  return experience;
}

/**
 * A member who is named says since which year it no longer holds; its author is told, to confirm or change it. Throws as
 * `endorseExperience`, and on `sinceYear` `opinionTooEarly`.
 */
export async function contradictExperience(
  tx: Transaction,
  viewer: Viewer,
  { experienceId, ...said }: Said & { sinceYear: number },
): Promise<{ slug: string }> {
  const { experience, ground } = await lockGround(tx, viewer, experienceId);
  authorize(canGiveOpinion(viewer, ground));
  const { sinceYear } = said;
  // What was done from a year on cannot have stopped being true before.
  if (sinceYear < (experience.fromYear ?? sinceYear)) {
    const values = { year: String(experience.fromYear) };
    throw new AppError("opinionTooEarly", { field: "sinceYear", values });
  }
  const tell = await keep(tx, viewer, experience, { ...said, stance: "contradicted" });
  await record(tx, viewer, entryEvent(experience, "contradicted", { sinceYear }), {
    tell,
  });
  return experience;
}

/** Takes back what one said, for good. Gives the experience. Throws `notFound`, `moveNotAllowed` for what was taken down. */
export async function withdrawOpinion(
  tx: Transaction,
  viewer: Viewer,
  { opinionId }: { opinionId: string },
): Promise<{ slug: string }> {
  const { id, entryId, memberId, stance } = experienceOpinions;
  const [opinion] = await tx
    .select({
      entryId,
      memberId,
      stance,
      slug: entries.slug,
      isHidden: isHidden(experienceOpinions),
    })
    .from(experienceOpinions)
    .innerJoin(entries, eq(entries.id, entryId))
    .where(eq(id, opinionId))
    .for("no key update", { of: experienceOpinions });
  authorize(opinion !== undefined && opinion.memberId === viewer.memberId);
  authorize(canWithdrawOpinion(viewer, opinion), "moveNotAllowed");
  await tx.delete(experienceOpinions).where(eq(id, opinionId));
  const about = { entryKind: "experience", id: opinion.entryId } as const;
  await record(tx, viewer, entryEvent(about, "opinion-withdrawn", { was: opinion.stance }));
  return opinion;
}

/** An experience as the viewer stands before it, both held. Throws why they may not speak of it. */
async function lockGround(tx: Transaction, viewer: Viewer, experienceId: string) {
  const { accountId } = members;
  // Whoever speaks twice at once waits here, as does who is being erased.
  await tx
    .select({ id: members.id })
    .from(members)
    .where(eq(accountId, viewer.accountId))
    .for("no key update");
  const experience = await lockEntry(tx, "experience", experienceId);
  const ground = await findGround(tx, viewer, experienceId);
  if (!ground) throw new AppError("notFound");
  const refusal = opinionRefusal(viewer, ground);
  if (refusal) throw new AppError(refusal);
  return { experience, ground };
}

async function keep(
  tx: Transaction,
  viewer: Viewer & { memberId: string },
  experience: LockedEntry<"experience">,
  said: Omit<Said, "experienceId"> & { stance: Stance; sinceYear: number | null },
): Promise<Tell> {
  const { memberId, accountId } = viewer;
  await spendOnCommit(tx, "opinion", accountId);
  await tx.insert(experienceOpinions).values({ ...said, memberId, entryId: experience.id });
  const names = await readNames(tx, memberId);
  return tellOfOpinion(experience, {
    person: inEachLanguage((locale) => shownName(names, locale).text),
    year: String(said.sinceYear ?? ""),
    words: said.words,
  });
}
