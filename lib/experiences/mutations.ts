import "server-only";
import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { ContentSave } from "@/lib/entries/content";
import type { TurnedDown } from "@/lib/entries/decision-reason";
import { draftSlug } from "@/lib/entries/draft-slug";
import { entryEvent } from "@/lib/entries/entry-event";
import type { EntryVersion } from "@/lib/entries/locked.queries";
import {
  closeEntry,
  publishEntry,
  reopenEntry,
  saveEntry,
  submitEntry,
  turnDownEntry,
} from "@/lib/entries/verbs.mutations";
import type { ExperienceContent } from "./experience";
import { EXPERIENCE_VERBS } from "./noun.queries";
import { canDraftExperience } from "./policy";

/** Begins an experience with what the first page asks. Gives the address of the draft. Throws `notFound`. */
export async function draftExperience(
  tx: Transaction,
  viewer: Viewer,
  { originalLocale, title }: { originalLocale: Locale; title: string },
): Promise<{ slug: string }> {
  authorize(canDraftExperience(viewer));
  const slug = draftSlug();
  const first = { slug, ownerId: viewer.memberId, originalLocale };
  const { id } = await insertEntry(tx, "experience", {
    ...first,
    title: { [originalLocale]: title },
    ownerLevel: "members",
  });
  await record(tx, viewer, entryEvent({ entryKind: "experience", id }, "drafted"));
  return { slug };
}

/** Keeps a part of a draft, or of one that came back for changes. Throws `notFound`, `conflict`, `moveNotAllowed`. */
export const saveExperience = (
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & ContentSave<ExperienceContent>,
) => saveEntry(tx, viewer, EXPERIENCE_VERBS, input);

/** Hands an experience in. Throws as `saveExperience`, and `required`, `originalNeeded`, `endsBeforeStart` on the field. */
export const submitExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  submitEntry(tx, viewer, EXPERIENCE_VERBS, input);

/** Takes an experience back in any state before its end. Throws as `saveExperience`. */
export const withdrawExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  closeEntry(tx, viewer, EXPERIENCE_VERBS, { ...input, to: "withdrawn" });

/** Makes a withdrawn experience a draft again. Throws as `saveExperience`. */
export const reopenExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  reopenEntry(tx, viewer, EXPERIENCE_VERBS, input);

/** The club team puts an experience online. Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`. */
export const publishExperience = (tx: Transaction, viewer: Viewer, input: EntryVersion) =>
  publishEntry(tx, viewer, EXPERIENCE_VERBS, input);

/** The club team sends an experience back, or refuses it. Throws as `publishExperience`, and `notInList`, `wordsNeeded`. */
export const turnDownExperience = (
  tx: Transaction,
  viewer: Viewer,
  input: EntryVersion & TurnedDown,
) => turnDownEntry(tx, viewer, EXPERIENCE_VERBS, input);
