import "server-only";
import { and, eq, isNull, ne, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { keepFile, requireSpace } from "@/lib/core/files/kept-file";
import { entryEvent } from "../entry-event";
import { type LockedEntry, lockEntry } from "../locked.queries";
import type { NounVerbs } from "../noun-verbs";
import { FILES_AN_ENTRY, MEMBER_MEGABYTES } from "./file-limits";
import { canAttachFile, canRemoveFile, canSetFileLevel } from "./policy";

/**
 * Attaches a file that `checkFile` took to one of the viewer's entries of a kind. Gives its key.
 * Throws `notFound`, and on `file` `filesTooMany`, `filesTooLarge`, and what the kind refuses.
 */
export async function attachFile(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  input: { slug: string; level: EntryLevel; file: CheckedFile },
): Promise<{ fileId: string }> {
  const { slug, level, file } = input;
  const { name, kind } = file;
  const isIt = and(eq(entries.entryKind, noun.kind), eq(entries.slug, slug));
  const [known] = await tx.select({ id: entries.id }).from(entries).where(isIt);
  if (!known) throw new AppError("notFound");
  const entry = await lockEntry(tx, noun.kind, known.id);
  authorize(canAttachFile(viewer, entry));
  await noun.requireFile?.(tx, entry, { name, level, field: "file" });
  await requirePlace(tx, viewer, entry, file);
  const fileId = await keepFile(tx, file);
  const [row] = await tx
    .insert(entryFiles)
    .values({ entryId: entry.id, level, name, fileId })
    .returning({ id: entryFiles.id });
  if (!row) throw new Error("no file was made");
  const data = { file: row.id, kind, level };
  await record(tx, viewer, entryEvent(entry, "file-attached", data));
  return { fileId: row.id };
}

/** Takes a file away; its bytes go at once, its name stays for the history. Gives the entry. Throws `notFound`. */
export async function removeFile(tx: Transaction, viewer: Viewer, { fileId }: { fileId: string }) {
  const { entry } = await lockFile(tx, fileId);
  authorize(canRemoveFile(viewer, entry));
  const isThis = eq(entryFiles.id, fileId);
  await tx.update(entryFiles).set({ removedAt: sql`now()`, fileId: null }).where(isThis);
  await record(tx, viewer, entryEvent(entry, "file-removed", { file: fileId }));
  return entry;
}

/**
 * Says who opens a file from now on; `before` is the level that the page showed. Gives the entry. Throws `notFound`, what
 * the kind refuses, and `conflict` when it is another one by now.
 */
export async function setFileLevel(
  tx: Transaction,
  viewer: Viewer,
  noun: NounVerbs,
  { fileId, before, level }: { fileId: string; before: EntryLevel; level: EntryLevel },
) {
  const { entry, file } = await lockFile(tx, fileId);
  authorize(canSetFileLevel(viewer, entry) && entry.entryKind === noun.kind);
  authorize(file.level === before, "conflict");
  await noun.requireFile?.(tx, entry, { name: file.name, level });
  await tx.update(entryFiles).set({ level }).where(eq(entryFiles.id, fileId));
  const data = { file: fileId, from: before, to: level };
  await record(tx, viewer, entryEvent(entry, "file-level-set", data));
  return entry;
}

/** A file that is there, with the entry it hangs on, which is held until the transaction ends. Throws `notFound`. */
async function lockFile(tx: Transaction, fileId: string) {
  const { entryId, level, name, removedAt } = entryFiles;
  const isThis = and(eq(entryFiles.id, fileId), isNull(removedAt));
  const [known] = await tx
    .select({ entryId, entryKind: entries.entryKind })
    .from(entryFiles)
    .innerJoin(entries, eq(entries.id, entryId))
    .where(isThis);
  if (!known) throw new AppError("notFound");
  const entry = await lockEntry(tx, known.entryKind, known.entryId);
  const [file] = await tx.select({ level, name }).from(entryFiles).where(isThis);
  if (!file) throw new AppError("notFound");
  return { entry, file };
}

/**
 * With what is the club's counts what else the viewer keeps that nobody put online: they may begin as many as they like. The
 * entry is locked: two files at once wait for each other. Those of other entries may slip in, by a few bytes.
 */
async function requirePlace(
  tx: Transaction,
  { accountId }: Viewer,
  entry: LockedEntry,
  { size }: CheckedFile,
): Promise<void> {
  const isMine = and(eq(entryFiles.entryId, entry.id), isNull(entryFiles.removedAt));
  if ((await tx.$count(entryFiles, isMine)) >= FILES_AN_ENTRY) {
    throw new AppError("filesTooMany", { field: "file" });
  }
  const isKept = sql`${accountId} = any(public.entry_keepers(${entries.id}))`;
  const isClubs = or(
    eq(entries.id, entry.id),
    and(isNull(entries.ownerId), ne(entries.moderation, "published"), isKept),
  );
  const all = tx
    .select({ id: entryFiles.fileId })
    .from(entryFiles)
    .innerJoin(entries, eq(entries.id, entryFiles.entryId))
    .where(entry.ownerId ? eq(entries.ownerId, entry.ownerId) : isClubs);
  const most = MEMBER_MEGABYTES * 1024 ** 2;
  await requireSpace(tx, all, { size, most, code: "filesTooLarge" });
}
