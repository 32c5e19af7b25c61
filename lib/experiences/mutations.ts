import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { experiences } from "@/db/schema/experiences";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { changeEntry } from "@/lib/entries/changes.mutations";
import type { SettingOf } from "@/lib/entries/content";
import { draftEntry } from "@/lib/entries/drafts.mutations";
import { entryEvent } from "@/lib/entries/entry-event";
import { type EntryVersion, type LockedEntry, lockOwnEntry } from "@/lib/entries/locked.queries";
import { refuseGaps } from "@/lib/entries/missing-fields";
import type { HandedIn } from "@/lib/entries/noun-verbs";
import { readStored } from "@/lib/entries/stored-entry";
import { submitEntry } from "@/lib/entries/verbs.mutations";
import { findTelling } from "./checks.queries";
import { EXPERIENCE, type ExperienceContent, type LinkInput } from "./experience";
import { resolveLinks } from "./links.queries";
import { EXPERIENCE_VERBS } from "./noun.queries";
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
  const content = readStored(EXPERIENCE, input.content);
  const { id, slug } = await draftEntry(tx, viewer, "experience", {
    ...content,
    ...(await findShown(tx, { ...content, ownerId })),
    ...(await resolveLinks(tx, viewer, input.links)),
    ownerId,
  });
  const { isHandedIn, agreed } = input;
  return isHandedIn
    ? submitExperience(tx, viewer, { id, version: 1, agreed })
    : { slug, isOnline: false };
}

/**
 * Hands an experience in; a trusted author's is online at once. Throws as `saveEntry`, and on the field `required`, `notChosen`,
 * `originalNeeded`, `endsBeforeStart`, `tellsAuthor`, and `namesPeople` on `agreed` where others are named and it is not
 * said that they agree.
 */
export const submitExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion & HandedIn) =>
  submitEntry(tx, viewer, EXPERIENCE_VERBS, input);

/**
 * Says at once who reads what of an experience, and what it is about. Throws as `saveEntry`, `notInList` on what it is
 * about, and `tellsAuthor` on `isTeased` where what is then read without a name tells whose it is.
 */
export async function settleExperience(
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion &
    Pick<ExperienceContent, SettingOf<typeof EXPERIENCE>> & { links: LinkInput },
): Promise<{ slug: string }> {
  const { id, version, links, ...settings } = input;
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
