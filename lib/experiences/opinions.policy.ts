import { isThere } from "@/lib/core/auth/standing";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import type { ErrorCode } from "@/lib/core/errors";
import { type EntryFacts, ownsEntry } from "@/lib/entries/policy";

/** Characters of a sentence about somebody else's experience, as readers count them (the least: in Latin letters). */
export const OPINION_LENGTH = { least: 10, most: 300 };

/** An experience as a member stands before it who wishes to endorse or contradict it. */
export type OpinionGround = EntryFacts & {
  isHidden: boolean;
  /** Whom it is by stands on its page: else a refusal would tell a colleague. */
  isSigned: boolean;
  /** The viewer and its author belong to one organisation. */
  isColleague: boolean;
  /** The viewer stands in the directory: what is said bears a name. */
  isListed: boolean;
  hasSpoken: boolean;
};

/** Why the viewer may neither endorse nor contradict an experience, the first reason; null when they may. */
export function opinionRefusal(viewer: Viewer | null, experience: OpinionGround): ErrorCode | null {
  const { moderation, ownerStatus, isHidden } = experience;
  const isOnline = moderation === "published" && isThere({ status: ownerStatus }) && !isHidden;
  if (!isActiveMember(viewer) || !isOnline) return "notFound";
  if (ownsEntry(viewer, experience)) return "opinionOwn";
  if (!experience.isSigned) return "opinionUnsigned";
  if (experience.isColleague) return "opinionColleague";
  if (!experience.isListed) return "opinionUnlisted";
  return experience.hasSpoken ? "opinionGiven" : null;
}

/** Whether `opinionRefusal` has nothing against it; always a member with a profile. */
export const canGiveOpinion = (
  viewer: Viewer | null,
  experience: OpinionGround,
): viewer is Viewer & { memberId: string } => opinionRefusal(viewer, experience) === null;

/** Whoever said it, whenever they like; what was taken down stays, so that it cannot be said anew. */
export function canWithdrawOpinion(
  viewer: Viewer | null,
  opinion: { memberId: string; isHidden: boolean },
): boolean {
  return isActiveMember(viewer) && viewer.memberId === opinion.memberId && !opinion.isHidden;
}
