import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { experiences } from "@/db/schema/experiences";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { changeEntry } from "@/lib/entries/changes.mutations";
import type { TurnedDown } from "@/lib/entries/decision-reason";
import { draftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import { type EntryVersion, type LockedEntry, lockOwnEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import { type RevisionVersion, submitRevision } from "@/lib/entries/revisions.mutations";
import { readStored } from "@/lib/entries/stored-entry";
import {
  markEntryRead,
  publishEntry,
  submitEntry,
  turnDownEntry,
} from "@/lib/entries/verbs.mutations";
import { findTelling } from "./checks.queries";
import type { LinkInput } from "./experience";
import { EXPERIENCE, type ExperienceContent, type ExperienceSetting } from "./experience";
import { resolveLinks } from "./links.queries";
import { ASKING_VERBS, EXPERIENCE_VERBS } from "./noun.queries";
import { canConfirmExperience, canDraftExperience, canSettleExperience } from "./policy";
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

type Agreed = { agreed?: boolean };

/**
 * Hands an experience in; a trusted author's is online at once. Throws as `saveEntry`, and on the field `required`,
 * `originalNeeded`, `endsBeforeStart`, `tellsAuthor`, and `namesPeople` on `agreed` where others are named and it is not
 * said that they agree.
 */
export const submitExperience = (
  tx: Transaction,
  viewer: Viewer,
  { agreed, ...input }: EntryVersion & Agreed,
) =>
  agreed
    ? submitEntry(tx, viewer, EXPERIENCE_VERBS, input)
    : submitEntry(tx, viewer, ASKING_VERBS, input);

/** Hands an edit of a published experience in. Throws as `submitExperience`. */
export const submitExperienceEdit = (
  tx: Transaction,
  viewer: Viewer,
  { agreed, ...input }: RevisionVersion & Agreed,
) =>
  agreed
    ? submitRevision(tx, viewer, EXPERIENCE_VERBS, input)
    : submitRevision(tx, viewer, ASKING_VERBS, input);

/**
 * Says at once who reads what of an experience, and what it is about. Throws as `saveEntry`, `notInList` on what it is
 * about, and `tellsAuthor` on `isTeased` where what is then read without a name tells whose it is.
 */
export async function settleExperience(
  tx: Transaction,
  viewer: Viewer,
  {
    id,
    version,
    links,
    ...settings
  }: EntryVersion & Pick<ExperienceContent, ExperienceSetting> & { links: LinkInput },
): Promise<{ slug: string }> {
  const experience = await lockOwnEntry(tx, viewer, "experience", { id, version });
  authorize(canSettleExperience(viewer, experience), "moveNotAllowed");
  const settled = { ...experience, ...settings } as ExperienceContent & LockedEntry<"experience">;
  if (experience.moderation === "published") {
    refuseGaps(await findTelling(tx, settled, settled), "isTeased");
  }
  const shown = { ...settings, ...(await findShown(tx, settled)) };
  const values = { ...shown, ...(await resolveLinks(tx, viewer, links)) };
  await changeEntry(tx, viewer, experience, values, entryEvent(experience, "settled", settings));
  return experience;
}

/**
 * Its author says that an experience still holds as the page shows it, whatever was said against it before. Gives its
 * address. Throws as `saveEntry`.
 */
export async function confirmExperience(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion,
): Promise<{ slug: string }> {
  const experience = await lockOwnEntry(tx, viewer, "experience", input);
  const facts = { ...experience, isHidden: experience.hiddenAt !== null };
  authorize(canConfirmExperience(viewer, facts), "moveNotAllowed");
  const isIt = eq(experiences.id, experience.id);
  await tx.update(experiences).set({ confirmedAt: sql`now()` }).where(isIt);
  await record(tx, viewer, entryEvent(experience, "confirmed"));
  return experience;
}

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
