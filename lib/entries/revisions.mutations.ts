import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { entries, entryRevisions } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { type ClubEvent, type Decision, record } from "@/lib/core/events/record";
import { changeEntry } from "./changes.mutations";
import { type ContentSave, contentAfter, contentOf, proposedOf, textsOf } from "./content";
import { type TurnedDown, turnDown } from "./decision-reason";
import type { ContentOf, Description } from "./description";
import { isSaidAnew } from "./difference";
import { revisionEvent } from "./entry-event";
import {
  type LockedEntry,
  lockEntry,
  lockOpenRevision,
  lockRevision,
  requireToDecide,
  revisionColumns,
} from "./locked.queries";
import { listNewlyOnline } from "./newly-online.queries";
import type { Noun } from "./noun";
import type { HandedIn, NounVerbs } from "./noun-verbs";
import {
  canDecideRevision,
  canEditRevision,
  canPublishForClub,
  canSubmitRevision,
  canWithdrawRevision,
  heldByOthers,
  ownsEntry,
} from "./policy";
import { tellPublished } from "./translation-notices";
import { keepVersion } from "./versions.mutations";

export type RevisionVersion = { revisionId: string; version: number };
type Revision = NonNullable<Awaited<ReturnType<typeof lockOpenRevision<Description>>>>;

/**
 * Keeps a part of the one open edit of a published entry and begins it when there is none: then `revisionId` is null
 * and `version` the entry's, else the edit's. The live text stays. Gives the edit's key and the version it now has.
 * Throws `notFound`, `conflict`, `moveNotAllowed`.
 */
export async function proposeRevision(
  tx: Transaction,
  viewer: Viewer,
  noun: Noun,
  input: { id: string; revisionId: string | null; version: number } & ContentSave<object>,
): Promise<{ revisionId: string; version: number }> {
  const entry = (await lockEntry(tx, noun.kind, input.id)) as LockedEntry & ContentOf<Description>;
  authorize(ownsEntry(viewer, entry));
  const open = await lockOpenRevision(tx, noun.fields, entry);
  authorize((open?.id ?? null) === input.revisionId, "conflict");
  authorize((open ?? entry).version === input.version, "conflict");
  authorize(canEditRevision(viewer, { ...entry, revision: open?.state ?? null }), "moveNotAllowed");
  const live = contentOf(noun.fields, entry);
  const { stale: marks } = open ?? entry;
  const after = contentAfter(noun.fields, open?.content ?? live, marks, input, viewer);
  const revision = open ?? (await beginRevision(tx, entry.id, live));
  await changeRevision(tx, viewer, revision, after, eventOf({ entry, revision }, "proposed"));
  return { revisionId: revision.id, version: revision.version + 1 };
}

/** Hands an edit in; an administrator's, of what is the club's, takes the text's place at once. Throws as `proposeRevision`, and what stands between it and its readers on the field. */
export async function submitRevision(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: RevisionVersion & HandedIn,
): Promise<{ slug: string; isOnline: boolean }> {
  const held = await lockOwn(tx, viewer, noun, input);
  const { entry, revision } = held;
  authorize(canSubmitRevision(viewer, factsOf(held)), "moveNotAllowed");
  await noun.requireReady(tx, entry, revision.content, input);
  const handedIn = { state: "submitted", submittedAt: sql`now()` } as const;
  await changeRevision(tx, viewer, revision, handedIn, eventOf(held, "submitted"));
  const { id, slug, ownerId } = entry;
  const handedInBy = viewer.memberId;
  if (!ownerId) await tx.update(entries).set({ handedInBy }).where(eq(entries.id, id));
  const isOnline = canPublishForClub(viewer, entry);
  const read = { entry, revision: { ...revision, version: revision.version + 1 } };
  if (isOnline) await showRevision(tx, viewer, noun, read);
  return { slug, isOnline };
}

/** Drops an open edit. Throws as `proposeRevision`. */
export async function withdrawRevision(
  tx: Transaction,
  viewer: Viewer,
  noun: Noun,
  input: RevisionVersion,
): Promise<{ slug: string }> {
  const held = await lockOwn(tx, viewer, noun, input);
  authorize(canWithdrawRevision(viewer, factsOf(held)), "moveNotAllowed");
  const dropped = { state: "withdrawn", lastRead: null } as const;
  await changeRevision(tx, viewer, held.revision, dropped, eventOf(held, "withdrawn"));
  return { slug: held.entry.slug };
}

/**
 * The club team puts an edit in the place of the live text and the owner is told. What the owner sets at once stays as it
 * is. Throws `notFound`, `notOnYourself`, `alreadyDecided`, `moveNotAllowed`, `conflict`.
 */
export async function publishRevision(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: RevisionVersion,
): Promise<void> {
  const held = await lockToDecide(tx, viewer, noun, input);
  authorize(canDecideRevision(viewer, factsOf(held)), "moveNotAllowed");
  await showRevision(tx, viewer, noun, held, { verdict: "published" });
}

/** Puts an edit in the place of the live text, and keeps it as a version. */
async function showRevision(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  held: Held,
  decision?: Decision,
): Promise<void> {
  const { entry, revision } = held;
  const { id } = entry;
  await keepVersion(tx, viewer, noun, { id, cause: "published", onlyIfFirst: true });
  const content = proposedOf(noun.fields, revision.content);
  const shown = { ...entry, ...content };
  const online = await listNewlyOnline(tx, noun, entry, textsOf(noun.fields, revision.content));
  const derived = await noun.derive(tx, shown);
  await setRevision(tx, revision, { state: "published", lastRead: null });
  const handedIn = sql`(select ${entryRevisions.submittedAt} from ${entryRevisions}
    where ${eq(entryRevisions.id, revision.id)})`;
  const isSaid = isSaidAnew(noun.fields, entry, shown);
  const noted = isSaid ? noun.whenOnline?.(handedIn) : {};
  const values = { ...content, ...derived, ...noted, stale: revision.stale };
  await changeEntry(tx, viewer, entry, values, eventOf(held, "published"), {
    decision,
    tell: tellPublished(noun, decision ? shown : heldByOthers(viewer, shown), online),
  });
  await keepVersion(tx, viewer, noun, { id, cause: "revised" });
  await noun.afterEdit?.(tx, entry, { ...shown, ...derived });
}

/**
 * The club team sends an edit back, or refuses it, with a coded reason; the live text stays.
 * Throws as `publishRevision`, and `notInList`, `wordsNeeded`.
 */
export async function turnDownRevision(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: RevisionVersion & TurnedDown,
): Promise<void> {
  const held = await lockToDecide(tx, viewer, noun, input);
  const { entry, revision } = held;
  authorize(canDecideRevision(viewer, factsOf(held)), "moveNotAllowed");
  const { decision, facts } = turnDown(noun, entry, input);
  const { verdict, reasonCode } = decision;
  const lastRead = verdict === "refused" ? null : revision.content;
  const event = eventOf(held, verdict, { reasonCode });
  await changeRevision(tx, viewer, revision, { state: verdict, lastRead }, event, {
    decision,
    tell: noun.tellOwner(entry, facts),
  });
}

type Held = Awaited<ReturnType<typeof lockRevision>>;

const factsOf = ({ entry, revision }: Held) => ({ ...entry, revision: revision.state });

const eventOf = (
  { entry, revision }: { entry: LockedEntry; revision: Revision },
  past: string,
  data: ClubEvent["data"] = {},
) => revisionEvent(revision, past, { entryKind: entry.entryKind, ...data });

async function lockOwn(tx: Transaction, viewer: Viewer, noun: Noun, input: RevisionVersion) {
  const held = await lockRevision(tx, noun, input.revisionId);
  authorize(ownsEntry(viewer, held.entry));
  authorize(held.revision.version === input.version, "conflict");
  return held;
}

async function lockToDecide(tx: Transaction, viewer: Viewer, noun: Noun, input: RevisionVersion) {
  const held = await lockRevision(tx, noun, input.revisionId);
  requireToDecide(viewer, held.entry, held.revision, input);
  return held;
}

async function beginRevision(
  tx: Transaction,
  entryId: string,
  content: ContentOf<Description>,
): Promise<Revision> {
  const [row] = await tx
    .insert(entryRevisions)
    .values({ entryId, content })
    .returning(revisionColumns);
  if (!row) throw new Error("no revision was made");
  return { ...row, content };
}

async function changeRevision(
  tx: Transaction,
  viewer: Viewer,
  revision: Revision,
  values: PgUpdateSetSource<typeof entryRevisions>,
  event: ClubEvent,
  heard?: Parameters<typeof record>[3],
): Promise<void> {
  await setRevision(tx, revision, values);
  await record(tx, viewer, event, heard);
}

async function setRevision(
  tx: Transaction,
  { id, version }: Revision,
  values: PgUpdateSetSource<typeof entryRevisions>,
): Promise<void> {
  const changed = await tx
    .update(entryRevisions)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(entryRevisions.id, id), eq(entryRevisions.version, version)))
    .returning({ id: entryRevisions.id });
  authorize(changed.length === 1, "conflict");
}
