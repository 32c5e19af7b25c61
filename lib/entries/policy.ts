import type { EntryLevel, MembershipStatus, ModerationState, RevisionState } from "@/db/enums";
import { isThere, mayAct, mayRead } from "@/lib/core/auth/standing";
import { isAdministrator, isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { wasHandedIn } from "./draft-slug";

/** The life of an entry before and after the club team's eyes. The database refuses every other move. */
export const ENTRY_MOVES: Record<ModerationState, readonly ModerationState[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["changes-requested", "published", "refused", "withdrawn"],
  "changes-requested": ["submitted", "withdrawn"],
  published: ["withdrawn", "archived"],
  refused: ["archived"],
  withdrawn: ["draft", "archived"],
  archived: [],
};

/** Beside those, of an owner whom the kind trusts: others read at once, the club team afterwards. The database asks it too. */
export const TRUSTED_MOVES: Partial<typeof ENTRY_MOVES> = { draft: ["published"] };

/** An entry that is not over with. */
export const OPEN_ENTRY_STATES: readonly ModerationState[] = [
  "draft",
  "changes-requested",
  "submitted",
  "published",
];

/** What the rules need to know of an entry. */
export type EntryFacts = {
  moderation: ModerationState;
  /** None of what is the club's. */
  ownerAccountId: string | null;
  ownerStatus: MembershipStatus | null;
  /** The accounts that keep what is the club's, beside its administrators. */
  keepers?: readonly string[];
  /** The member who handed in last what is the club's. */
  handedInBy?: string | null;
};

/** An entry with who reads what, and whether its owner has accepted an interest of the viewer. */
export type SightFacts = EntryFacts & {
  textLevel: EntryLevel;
  ownerLevel: EntryLevel;
  isContact: boolean;
};

/** Its owner; of what is the club's, administrators and whoever keeps it. */
export function ownsEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  if (entry.ownerAccountId !== null) return viewer?.accountId === entry.ownerAccountId;
  const isKeeper = viewer !== null && (entry.keepers?.includes(viewer.accountId) ?? false);
  return isKeeper || isAdministrator(viewer);
}

/** Whose it is: an owner's, or that of whoever keeps it. */
export type Held = Pick<EntryFacts, "ownerAccountId" | "keepers">;

/** The accounts that hear of it. */
export const accountsOf = ({ ownerAccountId, keepers = [] }: Held) =>
  (ownerAccountId === null ? keepers : [ownerAccountId]).map((accountId) => ({ accountId }));

/** The same without whoever does alone what the others are told. */
export const heldByOthers = <Entry extends Held>(viewer: Viewer, entry: Entry): Entry => ({
  ...entry,
  keepers: entry.keepers?.filter((accountId) => accountId !== viewer.accountId),
});

/** Nobody of the club team decides on what they proposed: their own, or what they handed in for the club. */
export function hasProposed(viewer: Viewer | null, entry: EntryFacts): boolean {
  if (entry.ownerAccountId !== null) return ownsEntry(viewer, entry);
  return viewer !== null && viewer.memberId !== null && viewer.memberId === entry.handedInBy;
}

/** Nobody stands in for an owner who is not active; what is the club's needs none. */
export const isOwnerThere = ({ ownerStatus }: Pick<EntryFacts, "ownerStatus">) =>
  ownerStatus === null || isThere({ status: ownerStatus });

/** The same of whoever would have to answer. */
export const isOwnerActing = ({ ownerStatus }: Pick<EntryFacts, "ownerStatus">) =>
  ownerStatus === null || mayAct({ status: ownerStatus });

/** For writing: whoever owns it (`ownsEntry`), as long as their own account is active. */
export const isOwnAndActive = (viewer: Viewer | null, entry: EntryFacts) =>
  mayAct(viewer) && ownsEntry(viewer, entry);

const canMove = (viewer: Viewer | null, entry: EntryFacts, to: ModerationState) =>
  isOwnAndActive(viewer, entry) && ENTRY_MOVES[entry.moderation].includes(to);

/** Anybody, once published and as long as an owner is an active member; owners see their own in every state. */
export function canSeeEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  if (ownsEntry(viewer, entry)) return true;
  return entry.moderation === "published" && (isOwnerThere(entry) || isStaff(viewer));
}

const canSeePart = (viewer: Viewer | null, entry: SightFacts, level: EntryLevel) => {
  if (ownsEntry(viewer, entry)) return true;
  const isOpen = level === "members" || entry.isContact;
  return mayRead(viewer) && isOpen && canSeeEntry(viewer, entry);
};

/** Of what is in sight, active accounts read the full text, or those alone whose interest was accepted. */
export function canSeeText(viewer: Viewer | null, entry: SightFacts): boolean {
  return canSeePart(viewer, entry, entry.textLevel);
}

/** The same for who proposes it, and for which organisation. */
export function canSeeOwner(viewer: Viewer | null, entry: SightFacts): boolean {
  return canSeePart(viewer, entry, entry.ownerLevel);
}

/** The club team reads what was handed in, to decide on it; what never was is its owner's alone, withdrawn or not. */
export function canReadDossier(
  viewer: Viewer | null,
  entry: EntryFacts & { submittedAt: Date | null },
): viewer is Viewer {
  return isStaff(viewer) && entry.moderation !== "draft" && entry.submittedAt !== null;
}

/** The text of an entry changes freely until it is handed in, and again when the club team asks for it. */
export function canEditEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  return isOwnAndActive(viewer, entry) && ["draft", "changes-requested"].includes(entry.moderation);
}

/** Who keeps what is the club's: once it was handed in an administrator's to say, before that its keepers' too. */
export function canSetKeepers(
  viewer: Viewer | null,
  entry: EntryFacts & { slug: string; submittedAt: Date | null },
): boolean {
  if (isAdministrator(viewer)) return OPEN_ENTRY_STATES.includes(entry.moderation);
  return !wasHandedIn(entry) && canEditEntry(viewer, entry);
}

/** A draft, or again after changes were asked for. */
export function canSubmitEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  return canMove(viewer, entry, "submitted");
}

/** A draft of an owner who is trusted goes online without the club team's eyes. */
export function canPublishUnread(
  viewer: Viewer | null,
  entry: EntryFacts & { isTrusted: boolean },
): boolean {
  const isListed = TRUSTED_MOVES[entry.moderation]?.includes("published") ?? false;
  return isOwnAndActive(viewer, entry) && entry.isTrusted && isListed;
}

/** What an administrator hands in of the club's is online at once, and read by nobody first. */
export function canPublishForClub(viewer: Viewer | null, entry: EntryFacts): boolean {
  return entry.ownerAccountId === null && isAdministrator(viewer);
}

/** The club team has read what went online without it, never one's own. */
export function canMarkRead(
  viewer: Viewer | null,
  entry: EntryFacts & { unreadSince: Date | null },
): boolean {
  return isStaff(viewer) && !ownsEntry(viewer, entry) && entry.unreadSince !== null;
}

/** Unless it is refused, withdrawn or archived; also while the club team reads it. */
export function canWithdrawEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  return canMove(viewer, entry, "withdrawn");
}

/** What was withdrawn becomes a draft again. */
export function canReopenEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  return canMove(viewer, entry, "draft");
}

/** What is published, refused or withdrawn; nothing brings it back. */
export function canArchiveEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  return canMove(viewer, entry, "archived");
}

/** A draft that nobody but its owner ever had goes for good, set aside or not. */
export function canEraseDraft(
  viewer: Viewer | null,
  entry: EntryFacts & { wasHandedIn: boolean },
): boolean {
  const isDraft = entry.moderation === "draft" || entry.moderation === "withdrawn";
  return isOwnAndActive(viewer, entry) && isDraft && !entry.wasHandedIn;
}

/** Who reads the text of a published entry and who learns who proposes it is its owner's to say, at once. */
export function canSetLevels(viewer: Viewer | null, entry: EntryFacts): boolean {
  return isOwnAndActive(viewer, entry) && entry.moderation === "published";
}

/** Whether the club team has spoken on what was handed in. */
export function isDecided(state: ModerationState | RevisionState): boolean {
  return ["published", "changes-requested", "refused"].includes(state);
}

/** A member of the club team, never on what they proposed. */
export function canDecideEntry(viewer: Viewer | null, entry: EntryFacts): boolean {
  return isStaff(viewer) && !hasProposed(viewer, entry) && entry.moderation === "submitted";
}

/** The life of a waiting edit of a published entry. The database refuses every other move. */
export const REVISION_MOVES: Record<RevisionState, readonly RevisionState[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["changes-requested", "published", "refused", "withdrawn"],
  "changes-requested": ["submitted", "withdrawn"],
  published: [],
  refused: [],
  withdrawn: [],
};

/** An edit that is not ended. */
export const OPEN_REVISION_STATES = ["draft", "submitted", "changes-requested"] as const;

export type OpenRevisionState = (typeof OPEN_REVISION_STATES)[number];

/** An entry with its open edit; `revision` is null as long as there is none. */
export type RevisionFacts = EntryFacts & { revision: RevisionState | null };

const canMoveRevision = (viewer: Viewer | null, entry: RevisionFacts, to: RevisionState) =>
  isOwnAndActive(viewer, entry) &&
  entry.revision !== null &&
  REVISION_MOVES[entry.revision].includes(to);

/** A published entry is edited beside its live text; not while the club team reads the edit. */
export function canEditRevision(viewer: Viewer | null, entry: RevisionFacts): boolean {
  const isOpen = entry.revision === null || ["draft", "changes-requested"].includes(entry.revision);
  return isOwnAndActive(viewer, entry) && entry.moderation === "published" && isOpen;
}

/** Only while the entry itself is published. */
export function canSubmitRevision(viewer: Viewer | null, entry: RevisionFacts): boolean {
  return entry.moderation === "published" && canMoveRevision(viewer, entry, "submitted");
}

/** Gives up the open edit; the live text stays as it is. */
export function canWithdrawRevision(viewer: Viewer | null, entry: RevisionFacts): boolean {
  return canMoveRevision(viewer, entry, "withdrawn");
}

/** The club team, but never whoever proposed it. */
export function canDecideRevision(viewer: Viewer | null, entry: RevisionFacts): boolean {
  const isWaiting = entry.moderation === "published" && entry.revision === "submitted";
  return isStaff(viewer) && !hasProposed(viewer, entry) && isWaiting;
}

/** What was once online is read by its owner and, once handed in, by the club team. */
export function canReadHistory(
  viewer: Viewer | null,
  entry: EntryFacts & { submittedAt: Date | null },
): viewer is Viewer {
  return ownsEntry(viewer, entry) || canReadDossier(viewer, entry);
}

/** An older text comes back into what its owner may edit at the moment: the draft, or the edit beside the live text. */
export function canRestoreVersion(viewer: Viewer | null, entry: RevisionFacts): boolean {
  return canEditEntry(viewer, entry) || canEditRevision(viewer, entry);
}
