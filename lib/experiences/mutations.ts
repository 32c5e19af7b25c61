import "server-only";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { changeEntry } from "@/lib/entries/changes.mutations";
import type { ContentSave } from "@/lib/entries/content";
import type { TurnedDown } from "@/lib/entries/decision-reason";
import { draftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import { type EntryVersion, type LockedEntry, lockOwnEntry } from "@/lib/entries/locked.queries";
import { type RevisionVersion, submitRevision } from "@/lib/entries/revisions.mutations";
import { readStored } from "@/lib/entries/stored-entry";
import {
  closeEntry,
  markEntryRead,
  publishEntry,
  reopenEntry,
  saveEntry,
  submitEntry,
  turnDownEntry,
} from "@/lib/entries/verbs.mutations";
import { findTelling } from "./checks.queries";
import { EXPERIENCE, type ExperienceContent, type ExperienceSetting } from "./experience";
import type { LinkInput } from "./links";
import { resolveLinks } from "./links.queries";
import { ASKING_VERBS, EXPERIENCE_VERBS } from "./noun.queries";
import { canDraftExperience, canSettleExperience } from "./policy";
import { findShown } from "./shown.queries";

type Written = Partial<ExperienceContent> & Pick<ExperienceContent, "originalLocale">;

/**
 * Keeps what a member writes as a draft, and hands it in at once where `isHandedIn`; `agreed`: whom it names agree. Gives its
 * address, and whether it is online by that. Throws `notFound`, `notInList` on what it is about, and as `submitExperience`.
 */
export async function shareExperience(
  tx: Transaction,
  viewer: Viewer,
  input: { content: Written; links: LinkInput; isHandedIn: boolean; agreed: boolean },
): Promise<{ slug: string; isOnline: boolean }> {
  authorize(canDraftExperience(viewer));
  const { memberId: ownerId } = viewer;
  const slug = draftSlug();
  const content = readStored(EXPERIENCE, input.content);
  const { id } = await insertEntry(tx, "experience", {
    ...content,
    ...(await findShown(tx, { ...content, ownerId })),
    ...(await resolveLinks(tx, viewer, input.links)),
    ownerId,
    slug,
  });
  await record(tx, viewer, entryEvent({ entryKind: "experience", id }, "drafted"));
  const { agreed } = input;
  return input.isHandedIn
    ? submitExperience(tx, viewer, { id, version: 1, agreed })
    : { slug, isOnline: false };
}

/** Keeps a part of a draft, or of one that came back for changes. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export const saveExperience = (
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & ContentSave<ExperienceContent>,
) => saveEntry(tx, viewer, EXPERIENCE_VERBS, input);

/**
 * Hands an experience in; a trusted author's is online at once. Throws as `saveExperience`, and on the field `required`,
 * `originalNeeded`, `endsBeforeStart`, `tellsAuthor`, and `namesPeople` on `agreed` where others are named and it is not
 * said that they agree.
 */
export const submitExperience = (
  tx: Transaction,
  viewer: Viewer,
  { agreed = false, ...input }: EntryVersion & { agreed?: boolean },
) =>
  agreed
    ? submitEntry(tx, viewer, EXPERIENCE_VERBS, input)
    : submitEntry(tx, viewer, ASKING_VERBS, input);

/** Hands an edit of a published experience in. Throws as `submitExperience`. */
export const submitExperienceEdit = (
  tx: Transaction,
  viewer: Viewer,
  { agreed = false, ...input }: RevisionVersion & { agreed?: boolean },
) =>
  agreed
    ? submitRevision(tx, viewer, EXPERIENCE_VERBS, input)
    : submitRevision(tx, viewer, ASKING_VERBS, input);

/**
 * Says at once who reads what of an experience, and what it is about. Throws as `saveExperience`, `notInList` on what it is
 * about, and `tellsAuthor` on `isTeased` where what is then read without a name tells whose it is.
 */
export async function settleExperience(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & Pick<ExperienceContent, ExperienceSetting> & { links: LinkInput },
): Promise<void> {
  const experience = await lockOwnEntry(tx, viewer, "experience", input);
  authorize(canSettleExperience(viewer, experience), "moveNotAllowed");
  const { isTeased, ownerLevel } = input;
  const settled = { ...experience, isTeased, ownerLevel };
  if (experience.moderation === "published") {
    const [gap] = await findTelling(tx, settled, settled as ExperienceContent);
    if (gap) throw new AppError(gap.code, { field: "isTeased", values: gap.values });
  }
  const values = {
    ...(await findShown(tx, settled as ExperienceContent & LockedEntry<"experience">)),
    ...(await resolveLinks(tx, viewer, input.links)),
    ...{ isTeased, ownerLevel },
  };
  const event = entryEvent({ entryKind: "experience", id: input.id }, "settled", {
    isTeased,
    ownerLevel,
  });
  await changeEntry(tx, viewer, experience, values, event);
}

/** Takes an experience back in any state before its end. Throws as `saveExperience`. */
export const withdrawExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  closeEntry(tx, viewer, EXPERIENCE_VERBS, { ...input, to: "withdrawn" });

/** Makes a withdrawn experience a draft again. Throws as `saveExperience`. */
export const reopenExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  reopenEntry(tx, viewer, EXPERIENCE_VERBS, input);

/** The club team puts an experience online. Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`. */
export const publishExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  publishEntry(tx, viewer, EXPERIENCE_VERBS, input);

/** The club team has read what a trusted author put online. Throws `notFound`, `notOnYourself`, `alreadyDecided`, `conflict`. */
export const markExperienceRead = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  markEntryRead(tx, viewer, EXPERIENCE_VERBS, input);

/** The club team sends an experience back, or refuses it. Throws as `publishExperience`, and `notInList`, `wordsNeeded`. */
export const turnDownExperience = (
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & TurnedDown,
) => turnDownEntry(tx, viewer, EXPERIENCE_VERBS, input);
