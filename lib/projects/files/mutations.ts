import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { EntryLevel } from "@/db/enums";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { keepFile, requireSpace } from "@/lib/core/files/kept-file";
import { requireNamelessFile } from "../identity.queries";
import { lockProject } from "../locked.queries";
import { projectEvent } from "../project-event";
import { isProject } from "../sight.queries";
import { FILES_A_PROJECT, MEMBER_MEGABYTES } from "./file-limits";
import { canAttachFile, canRemoveFile, canSetFileLevel } from "./policy";

/**
 * Attaches a file that `checkFile` took to one of the viewer's projects. Gives its key.
 * Throws `notFound`, and on `file` `filesTooMany`, `filesTooLarge`, `fileNamesOwner` (with what was `found`).
 */
export async function attachFile(
  tx: Transaction,
  viewer: Viewer,
  input: { slug: string; level: EntryLevel; file: CheckedFile },
): Promise<{ fileId: string }> {
  const { slug, level, file } = input;
  const { name, kind } = file;
  const project = await lockBySlug(tx, slug);
  authorize(canAttachFile(viewer, project));
  await requireNamelessFile(tx, project, { name, level, field: "file" });
  await requirePlace(tx, project, file);
  const fileId = await keepFile(tx, file);
  const [row] = await tx
    .insert(entryFiles)
    .values({ entryId: project.id, level, name, fileId })
    .returning({ id: entryFiles.id });
  if (!row) throw new Error("no file was made");
  const data = { file: row.id, kind, level };
  await record(tx, viewer, projectEvent("project.file-attached", project, data));
  return { fileId: row.id };
}

/** Takes a file away; its bytes go at once, its name stays for the history. Throws `notFound`. */
export async function removeFile(
  tx: Transaction,
  viewer: Viewer,
  input: { slug: string; fileId: string },
): Promise<void> {
  const project = await lockBySlug(tx, input.slug);
  authorize(canRemoveFile(viewer, project));
  const removed = await tx
    .update(entryFiles)
    .set({ removedAt: sql`now()`, fileId: null })
    .where(
      and(
        eq(entryFiles.id, input.fileId),
        eq(entryFiles.entryId, project.id),
        isNull(entryFiles.removedAt),
      ),
    )
    .returning({ id: entryFiles.id });
  authorize(removed.length === 1);
  const data = { file: input.fileId };
  await record(tx, viewer, projectEvent("project.file-removed", project, data));
}

/**
 * Says who opens a file from now on; `before` is the level that the page showed. Throws `notFound`, `identifiesOwner`
 * (its name would), and `conflict` when it is another one by now.
 */
export async function setFileLevel(
  tx: Transaction,
  viewer: Viewer,
  input: { slug: string; fileId: string; before: EntryLevel; level: EntryLevel },
): Promise<void> {
  const { slug, fileId, before, level } = input;
  const project = await lockBySlug(tx, slug);
  authorize(canSetFileLevel(viewer, project));
  const isThis = and(
    eq(entryFiles.id, fileId),
    eq(entryFiles.entryId, project.id),
    isNull(entryFiles.removedAt),
  );
  const [file] = await tx
    .select({ level: entryFiles.level, name: entryFiles.name })
    .from(entryFiles)
    .where(isThis);
  authorize(file !== undefined);
  authorize(file.level === before, "conflict");
  await requireNamelessFile(tx, project, { name: file.name, level });
  await tx.update(entryFiles).set({ level }).where(isThis);
  const data = { file: fileId, from: before, to: level };
  await record(tx, viewer, projectEvent("project.file-level-set", project, data));
}

async function lockBySlug(tx: Transaction, slug: string) {
  const isIt = and(isProject, eq(entries.slug, slug));
  const [known] = await tx.select({ id: entries.id }).from(entries).where(isIt);
  if (!known) throw new AppError("notFound");
  return lockProject(tx, known.id);
}

/** The project is locked: two files at once wait for each other. Those of other projects may slip in, by a few bytes. */
async function requirePlace(
  tx: Transaction,
  project: { id: string; ownerId: string },
  { size }: CheckedFile,
): Promise<void> {
  const isMine = and(eq(entryFiles.entryId, project.id), isNull(entryFiles.removedAt));
  if ((await tx.$count(entryFiles, isMine)) >= FILES_A_PROJECT) {
    throw new AppError("filesTooMany", { field: "file" });
  }
  const all = tx
    .select({ id: entryFiles.fileId })
    .from(entryFiles)
    .innerJoin(entries, eq(entries.id, entryFiles.entryId))
    .where(eq(entries.ownerId, project.ownerId));
  const most = MEMBER_MEGABYTES * 1024 ** 2;
  await requireSpace(tx, all, { size, most, code: "filesTooLarge" });
}
