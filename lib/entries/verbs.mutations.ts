import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EntryChange } from "@/db/entry-rows";
import type { EntryKind } from "@/db/enums";
import { entries, entryRevisions } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import type { Decision } from "@/lib/core/events/record";
import { chooseSlug } from "@/lib/core/text/slug";
import { takenSlugs } from "@/lib/core/text/taken-slugs";
import { slugOfTitle } from "@/lib/search/latin-address";
import { changeEntry } from "./changes.mutations";
import { type ContentSave, contentAfter, contentOf, textsOf } from "./content";
import { type TurnedDown, turnDown } from "./decision-reason";
import type { ContentOf, Description } from "./description";
import { isDraftSlug } from "./draft-slug";
import { entryEvent } from "./entry-event";
import {
  type EntryVersion,
  type LockedEntry,
  lockEntry,
  lockOwnEntry,
  requireToDecide,
} from "./locked.queries";
import { listNewlyOnline } from "./newly-online.queries";
import type { HandedIn, NounVerbs } from "./noun-verbs";
import {
  canArchiveEntry,
  canDecideEntry,
  canEditEntry,
  canMarkRead,
  canPublishForClub,
  canPublishUnread,
  canReadDossier,
  canReopenEntry,
  canSubmitEntry,
  canWithdrawEntry,
  heldByOthers,
  OPEN_REVISION_STATES,
  ownsEntry,
} from "./policy";
import { tellPublished } from "./translation-notices";
import { keepVersion } from "./versions.mutations";

/** The life of an entry, for the verbs of each kind to call by their own names. */

/**
 * Keeps a part of a draft, or of an entry that came back for changes; the rest stays as it is. Gives the version it now
 * has. Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function saveEntry(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: EntryVersion & ContentSave<object>,
): Promise<{ version: number }> {
  const entry = await lockOwnEntry(tx, viewer, noun.kind, input);
  authorize(canEditEntry(viewer, entry), "moveNotAllowed");
  const before = contentOfEntry(noun, entry);
  const { content, stale } = contentAfter(noun.fields, before, entry.stale, input, viewer);
  const derived = await noun.derive(tx, { ...entry, ...content });
  const values = { ...content, stale, ...derived };
  await changeEntry(tx, viewer, entry, values, entryEvent(entry, "saved"));
  return { version: entry.version + 1 };
}

/**
 * Hands a finished entry in and fixes its address; of an owner who is trusted it is online at once, for the club team to
 * read afterwards, and so is what an administrator hands in for the club, which nobody reads first. Throws `notFound`, `conflict`, `moveNotAllowed`, and what stands between it and its readers on the
 * field.
 */
export async function submitEntry(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: EntryVersion & HandedIn,
): Promise<{ slug: string; isOnline: boolean }> {
  const entry = await lockOwnEntry(tx, viewer, noun.kind, input);
  authorize(canSubmitEntry(viewer, entry), "moveNotAllowed");
  await noun.requireReady(tx, entry, contentOfEntry(noun, entry), input);
  const slug = isDraftSlug(entry.slug) ? await slugFor(tx, entry) : entry.slug;
  const isTrusted = (await noun.trusts?.(tx, entry)) ?? false;
  const isOnline = canPublishUnread(viewer, { ...entry, isTrusted });
  const isClubs = canPublishForClub(viewer, entry);
  const handedInBy = entry.ownerId === null ? viewer.memberId : null;
  const submitted: Change = { submittedAt: sql`now()`, slug, handedInBy };
  if (isOnline) {
    const { values, tell } = await goingOnline(tx, noun, { ...entry, slug });
    const shown = { ...values, ...submitted };
    await changeEntry(tx, viewer, entry, shown, entryEvent(entry, "published"), { tell });
    await keepVersion(tx, viewer, noun, { id: entry.id, cause: "published" });
    await noun.afterPublication?.(tx, { ...entry, slug });
  } else {
    const handedIn = { ...submitted, moderation: "submitted" } as const;
    const tell = noun.tellOwner({ ...entry, slug });
    await changeEntry(tx, viewer, entry, handedIn, entryEvent(entry, "submitted"), { tell });
    if (isClubs) await showEntry(tx, viewer, noun, { ...entry, slug, version: entry.version + 1 });
  }
  return { slug, isOnline: isOnline || isClubs };
}

/**
 * Takes an entry back in any state before its end, or puts it away for good, with its open edit; tells whether it was
 * online. Throws as `saveEntry`.
 */
export async function closeEntry(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: EntryVersion & { to: "withdrawn" | "archived" },
): Promise<{ wasOnline: boolean }> {
  const { to } = input;
  const entry = await lockOwnEntry(tx, viewer, noun.kind, input);
  const can = to === "archived" ? canArchiveEntry : canWithdrawEntry;
  authorize(can(viewer, entry), "moveNotAllowed");
  await noun.requireClosable?.(tx, entry);
  const event = entryEvent(entry, to, { from: entry.moderation });
  const closed: Change = { moderation: to, ...(to === "archived" && { lastRead: null }) };
  await changeEntry(tx, viewer, entry, closed, event);
  await dropOpenRevision(tx, entry);
  return { wasOnline: entry.moderation === "published" };
}

/** Makes a withdrawn entry a draft again. Throws as `saveEntry`. */
export async function reopenEntry(
  tx: Transaction,
  viewer: Viewer,
  { kind }: NounVerbs,
  input: EntryVersion,
): Promise<void> {
  const entry = await lockOwnEntry(tx, viewer, kind, input);
  authorize(canReopenEntry(viewer, entry), "moveNotAllowed");
  const reopened: Change = { moderation: "draft", submittedAt: null };
  await changeEntry(tx, viewer, entry, reopened, entryEvent(entry, "reopened"));
}

/**
 * The club team puts an entry online and its owner is told.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export async function publishEntry(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: EntryVersion,
): Promise<void> {
  const entry = await lockToDecide(tx, viewer, noun, input);
  authorize(canDecideEntry(viewer, entry));
  await showEntry(tx, viewer, noun, entry, { verdict: "published" });
}

/**
 * The club team has read what a trusted owner put online, and leaves it there: one of them, once.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `conflict`.
 */
export async function markEntryRead(
  tx: Transaction,
  viewer: Viewer,
  { kind }: NounVerbs,
  input: EntryVersion,
): Promise<void> {
  const entry = await lockEntry(tx, kind, input.id);
  authorize(canReadDossier(viewer, entry));
  authorize(!ownsEntry(viewer, entry), "notOnYourself");
  authorize(canMarkRead(viewer, entry), "alreadyDecided");
  authorize(entry.version === input.version, "conflict");
  const event = entryEvent(entry, "marked-read");
  await changeEntry(tx, viewer, entry, { unreadSince: null }, event, {
    decision: { verdict: "published" },
  });
}

/**
 * The club team sends an entry back, or refuses it, with a coded reason that its owner reads in their language.
 * Throws as `publishEntry`, and `notInList`, `wordsNeeded`.
 */
export async function turnDownEntry(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: EntryVersion & TurnedDown,
): Promise<void> {
  const entry = await lockToDecide(tx, viewer, noun, input);
  authorize(canDecideEntry(viewer, entry));
  const { decision, facts } = turnDown(noun, entry, input);
  const { verdict, reasonCode } = decision;
  const lastRead = verdict === "refused" ? null : contentOfEntry(noun, entry);
  const event = entryEvent(entry, verdict, { reasonCode });
  await changeEntry(tx, viewer, entry, { moderation: verdict, lastRead }, event, {
    decision,
    tell: noun.tellOwner(entry, facts),
  });
}

type Change = EntryChange<EntryKind>;

/** Puts what was handed in online, and keeps it as a version. */
async function showEntry(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  entry: LockedEntry,
  decision?: Decision,
): Promise<void> {
  const { values, tell } = await goingOnline(
    tx,
    noun,
    decision ? entry : heldByOthers(viewer, entry),
  );
  const heard = { decision, tell };
  await changeEntry(tx, viewer, entry, values, entryEvent(entry, "published"), heard);
  await keepVersion(tx, viewer, noun, { id: entry.id, cause: "published" });
  await noun.afterPublication?.(tx, entry);
}

const contentOfEntry = (noun: NounVerbs, entry: LockedEntry) =>
  contentOf(noun.fields, entry as LockedEntry & ContentOf<Description>);

/** What changes as a text goes online, and who hears of it: its owner, each author of a translation that comes with it. */
async function goingOnline(tx: Transaction, noun: NounVerbs, entry: LockedEntry) {
  const derived = await noun.derive(tx, entry);
  const online = await listNewlyOnline(tx, noun, entry, textsOf(noun.fields, entry));
  const shown: Change = { moderation: "published", publishedAt: sql`now()`, lastRead: null };
  const values: Change = { ...derived, ...noun.whenOnline?.(sql`now()`), ...shown };
  return { values, tell: tellPublished(noun, entry, online) };
}

async function lockToDecide(
  tx: Transaction,
  viewer: Viewer,
  { kind }: NounVerbs,
  input: EntryVersion,
) {
  const entry = await lockEntry(tx, kind, input.id);
  requireToDecide(viewer, entry, { ...entry, state: entry.moderation }, input);
  return entry;
}

/** An entry that is no longer to be seen keeps no edit waiting; one taken back may come again, to who had read it. */
async function dropOpenRevision(tx: Transaction, entry: LockedEntry): Promise<void> {
  const isOpen = inArray(entryRevisions.state, OPEN_REVISION_STATES);
  await tx
    .update(entryRevisions)
    .set({ state: "withdrawn", lastRead: null, version: sql`version + 1`, updatedAt: sql`now()` })
    .where(and(eq(entryRevisions.entryId, entry.id), isOpen));
}

/** The address the title gives; two entries with one title wait for each other. */
async function slugFor(tx: Transaction, entry: LockedEntry): Promise<string> {
  const base = slugOfTitle(entry.title, entry.originalLocale);
  return chooseSlug(entry.entryKind, base, await takenSlugs(tx, entries.slug, base));
}
