import type { EntryLevel, RequestState } from "@/db/enums";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { canEditEntry, canEditRevision, ownsEntry, type RevisionFacts } from "@/lib/entries/policy";
import { type ProjectText, PUBLIC_TEXTS } from "../project";

/** The life of an offered translation. The database refuses every other move. */
export const OFFER_MOVES: Record<RequestState, readonly RequestState[]> = {
  open: ["accepted", "declined", "withdrawn"],
  accepted: [],
  declined: [],
  withdrawn: [],
};

/** `isContact` says that the project's owner has accepted an interest of the viewer. */
export type TranslatedFacts = RevisionFacts & { textLevel: EntryLevel; isContact: boolean };

export type OfferFacts = { memberId: string; state: RequestState };

const movesTo = ({ state }: OfferFacts, to: RequestState) => OFFER_MOVES[state].includes(to);

/** A member translates what they read of somebody else's published project. */
export function canOfferTranslation(
  viewer: Viewer | null,
  project: TranslatedFacts,
  field: ProjectText,
): viewer is Viewer & { memberId: string } {
  const isOpen = project.moderation === "published" && project.ownerStatus === "active";
  const isPublic = (PUBLIC_TEXTS as readonly ProjectText[]).includes(field);
  const isRead = isPublic || project.textLevel === "members" || project.isContact;
  return isActiveMember(viewer) && !ownsEntry(viewer, project) && isOpen && isRead;
}

/** Translations are saved like any other change: in the draft, or in the edit beside the published text. */
export function canSaveTranslation(viewer: Viewer | null, project: RevisionFacts): boolean {
  return canEditEntry(viewer, project) || canEditRevision(viewer, project);
}

export function canDeclineOffer(
  viewer: Viewer | null,
  project: RevisionFacts,
  offer: OfferFacts,
): boolean {
  const isOwnAndActive = viewer?.status === "active" && ownsEntry(viewer, project);
  return isOwnAndActive && movesTo(offer, "declined");
}

/** Only while its owner can change the text. */
export function canAcceptOffer(
  viewer: Viewer | null,
  project: RevisionFacts,
  offer: OfferFacts,
): boolean {
  return movesTo(offer, "accepted") && canSaveTranslation(viewer, project);
}

export function canWithdrawOffer(viewer: Viewer | null, offer: OfferFacts): boolean {
  const isOwn = isActiveMember(viewer) && viewer.memberId === offer.memberId;
  return isOwn && movesTo(offer, "withdrawn");
}
