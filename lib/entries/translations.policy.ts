import type { EntryLevel, RequestState } from "@/db/enums";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import {
  canEditEntry,
  canEditRevision,
  isOwnAndActive,
  isOwnerActing,
  ownsEntry,
  type RevisionFacts,
} from "./policy";

/** The life of an offered translation. The database refuses every other move. */
export const OFFER_MOVES: Record<RequestState, readonly RequestState[]> = {
  open: ["accepted", "declined", "withdrawn"],
  accepted: [],
  declined: [],
  withdrawn: [],
};

/** `isContact` says that the entry's owner has accepted an interest of the viewer. */
export type TranslatedFacts = RevisionFacts & { textLevel: EntryLevel; isContact: boolean };

export type OfferFacts = { memberId: string; state: RequestState };

const movesTo = ({ state }: OfferFacts, to: RequestState) => OFFER_MOVES[state].includes(to);

/** A member translates what they read of somebody else's published entry; `field` is described. */
export function canOfferTranslation(
  viewer: Viewer | null,
  entry: TranslatedFacts,
  field: { level: string } | undefined,
): viewer is Viewer & { memberId: string } {
  const isOpen = entry.moderation === "published" && isOwnerActing(entry);
  const isRead = field?.level === "public" || entry.textLevel === "members" || entry.isContact;
  return isActiveMember(viewer) && !ownsEntry(viewer, entry) && isOpen && isRead;
}

/** Who reads a published entry, or looks after it, may ask those who translate for it: never for what is kept for contacts. */
export function canAskTranslation(viewer: Viewer | null, entry: TranslatedFacts): boolean {
  const isOpen = entry.moderation === "published" && isOwnerActing(entry);
  const isConcerned = isActiveMember(viewer) || isOwnAndActive(viewer, entry);
  return isOpen && isConcerned && entry.textLevel === "members";
}

/** Translations are saved like any other change: in the draft, or in the edit beside the published text. */
export function canSaveTranslation(viewer: Viewer | null, entry: RevisionFacts): boolean {
  return canEditEntry(viewer, entry) || canEditRevision(viewer, entry);
}

/** The entry's owner, in every state of the entry; accepting needs a text that may be saved. */
export function canDeclineOffer(
  viewer: Viewer | null,
  entry: RevisionFacts,
  offer: OfferFacts,
): boolean {
  return isOwnAndActive(viewer, entry) && movesTo(offer, "declined");
}

/** Only while its owner can change the text. */
export function canAcceptOffer(
  viewer: Viewer | null,
  entry: RevisionFacts,
  offer: OfferFacts,
): boolean {
  return movesTo(offer, "accepted") && canSaveTranslation(viewer, entry);
}

/** Only the member who offered, until it is answered. */
export function canWithdrawOffer(viewer: Viewer | null, offer: OfferFacts): boolean {
  const isOwn = isActiveMember(viewer) && viewer.memberId === offer.memberId;
  return isOwn && movesTo(offer, "withdrawn");
}
