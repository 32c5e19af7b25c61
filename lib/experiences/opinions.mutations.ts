import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { experienceOpinions } from "@/db/schema/opinions";
import { spendOnCommit } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { entryEvent } from "@/lib/entries/entry-event";
import { lockEntry } from "@/lib/entries/locked.queries";
import { personFact } from "@/lib/members/member-card";
import { readNames } from "@/lib/members/person.queries";
import { tellOfOpinion } from "./notices";
import { canGiveOpinion, canWithdrawOpinion, opinionRefusal } from "./opinions.policy";
import { findGround, isTakenDown } from "./opinions.queries";

type Said = { experienceId: string; locale: Locale; words: string; sinceYear?: number | null };

/**
 * A member who is named stands by somebody else's published experience, in a sentence, or says since which year it no longer
 * holds; its author is told, to confirm or change it. Gives the experience. Throws `notFound`, `opinionOwn`,
 * `opinionUnsigned`, `opinionColleague`, `opinionUnlisted`, `opinionGiven`, `tooManyRequests`, and on `sinceYear`
 * `opinionTooEarly`.
 */
export async function giveOpinion(
  tx: Transaction,
  viewer: Viewer,
  { experienceId, locale, words, sinceYear = null }: Said,
): Promise<{ slug: string }> {
  // Whoever speaks twice at once waits here, as does who is being erased.
  await tx
    .select({ id: members.id })
    .from(members)
    .where(eq(members.accountId, viewer.accountId))
    .for("no key update");
  const experience = await lockEntry(tx, "experience", experienceId);
  const ground = await findGround(tx, viewer, experienceId);
  const refusal = ground ? opinionRefusal(viewer, ground) : "notFound";
  if (refusal) throw new AppError(refusal);
  authorize(ground !== null && canGiveOpinion(viewer, ground));
  // What was done from a year on cannot have stopped being true before.
  if (sinceYear !== null && sinceYear < (experience.fromYear ?? sinceYear)) {
    const values = { year: String(experience.fromYear) };
    throw new AppError("opinionTooEarly", { field: "sinceYear", values });
  }
  const { memberId } = viewer;
  await spendOnCommit(tx, "opinion", viewer.accountId);
  const stance = sinceYear === null ? "endorsed" : "contradicted";
  const said = { stance, sinceYear, locale, words } as const;
  await tx.insert(experienceOpinions).values({ ...said, memberId, entryId: experience.id });
  const person = personFact(await readNames(tx, memberId));
  const event = entryEvent(experience, stance, sinceYear === null ? {} : { sinceYear });
  const tell = tellOfOpinion(experience, { person, year: String(sinceYear ?? ""), words });
  await record(tx, viewer, event, { tell });
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
    .select({ entryId, memberId, stance, slug: entries.slug, isHidden: isTakenDown })
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
