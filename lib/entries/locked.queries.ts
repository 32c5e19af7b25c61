import "server-only";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type EntryRow, entryColumns, ownTable } from "@/db/entry-rows";
import type { EntryKind, MembershipStatus, ModerationState, OwnedKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { contentOf } from "./content";
import type { ContentOf, Description } from "./description";
import type { Noun } from "./noun";
import {
  canReadDossier,
  type EntryFacts,
  hasProposed,
  isDecided,
  OPEN_REVISION_STATES,
  ownsEntry,
} from "./policy";
import { factColumns } from "./sight.queries";
import { readStored } from "./stored-entry";

export type LockedEntry<Kind extends EntryKind = EntryKind> = EntryRow<Kind> &
  EntryFacts &
  OwnerOf<Kind>;

type OwnerOf<Kind extends EntryKind> = Kind extends OwnedKind
  ? { ownerId: string; ownerAccountId: string; ownerStatus: MembershipStatus }
  : object;

export type EntryVersion = { id: string; version: number };

/** An entry of a kind with its owner or keepers, held until the transaction ends. Throws `notFound`. */
export async function lockEntry<Kind extends EntryKind>(
  tx: Transaction,
  entryKind: Kind,
  id: string,
): Promise<LockedEntry<Kind>> {
  const own = ownTable(entryKind);
  const { keepers: _, ...facts } = factColumns;
  const [row] = await tx
    .select({ ...entryColumns(entryKind), ...facts })
    .from(entries)
    .innerJoin(own, eq(own.id, entries.id))
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(entries.id, id))
    // Both: whoever waited reads anew only what they lock.
    .for("no key update", { of: [entries, own] });
  if (!row) throw new AppError("notFound");
  const kept = row.ownerId ? [] : await keepersOf(tx, id);
  return { ...row, keepers: kept } as object as LockedEntry<Kind>;
}

/** Who keeps an entry that nobody owns, asked once it is held: whoever waited would read with its lock who kept it before. */
export async function keepersOf(tx: Transaction, id: string): Promise<string[]> {
  const { keepers } = factColumns;
  const [kept] = await tx.select({ keepers }).from(entries).where(eq(entries.id, id));
  return kept?.keepers ?? [];
}

/** One's own entry as a form has it. Throws `notFound` for anybody else's, `conflict` when it has changed. */
export async function lockOwnEntry<Kind extends EntryKind>(
  tx: Transaction,
  viewer: Viewer,
  entryKind: Kind,
  input: EntryVersion,
): Promise<LockedEntry<Kind>> {
  const entry = await lockEntry(tx, entryKind, input.id);
  authorize(ownsEntry(viewer, entry));
  authorize(entry.version === input.version, "conflict");
  return entry;
}

/**
 * What stands between the club team and a decision on an entry, or an edit of it (`what`), as a form has it. Throws
 * `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export function requireToDecide(
  viewer: Viewer,
  entry: LockedEntry,
  what: { state: ModerationState; version: number },
  input: { version: number },
): void {
  authorize(canReadDossier(viewer, entry));
  authorize(!hasProposed(viewer, entry), "notOnYourself");
  authorize(!isDecided(what.state), "alreadyDecided");
  authorize(what.state === "submitted", "moveNotAllowed");
  authorize(what.version === input.version, "conflict");
}

export const revisionColumns = {
  id: entryRevisions.id,
  entryId: entryRevisions.entryId,
  state: entryRevisions.state,
  content: entryRevisions.content,
  stale: entryRevisions.stale,
  version: entryRevisions.version,
};

/** The open edit of an entry that is locked, held like it, with the live text where it says nothing; null for none. */
export async function lockOpenRevision<D extends Description>(
  tx: Transaction,
  fields: D,
  entry: ContentOf<D> & { id: string },
) {
  const isOpen = inArray(entryRevisions.state, OPEN_REVISION_STATES);
  return lockRevisionOf(tx, fields, entry, isOpen);
}

/** An entry with one edit of it: the entry is locked first, as every other move does. Throws `notFound`. */
export async function lockRevision(tx: Transaction, noun: Noun, revisionId: string) {
  const isThis = eq(entryRevisions.id, revisionId);
  const [known] = await tx
    .select({ entryId: entryRevisions.entryId })
    .from(entryRevisions)
    .where(isThis);
  if (!known) throw new AppError("notFound");
  const entry = await lockEntry(tx, noun.kind, known.entryId);
  const revision = await lockRevisionOf(tx, noun.fields, entry as Content & typeof entry, isThis);
  if (!revision) throw new AppError("notFound");
  return { entry, revision };
}

type Content = ContentOf<Description>;

async function lockRevisionOf<D extends Description>(
  tx: Transaction,
  fields: D,
  entry: ContentOf<D> & { id: string },
  which: SQL,
) {
  const [row] = await tx
    .select(revisionColumns)
    .from(entryRevisions)
    .where(and(eq(entryRevisions.entryId, entry.id), which))
    .for("no key update");
  return row
    ? { ...row, content: readStored(fields, row.content, contentOf(fields, entry)) }
    : null;
}
