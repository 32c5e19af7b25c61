import "server-only";
import { eq, inArray, type SQLWrapper, sum } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import type { FileKind } from "@/db/enums";
import { files } from "@/db/schema/files";
import { AppError, type ErrorCode } from "../errors";

/** Bytes that were checked or drawn anew. */
export type FileContent = {
  kind: FileKind;
  content: Buffer;
  /** In bytes. */
  size: number;
  /** SHA-256 of the content. */
  hash: string;
  /** Of a picture, in pixels. */
  width?: number;
  height?: number;
};

/**
 * Keeps bytes. Gives the id for the row that they belong to; they go by themselves when that row is deleted or points to
 * others (trigger `drop_file`).
 */
export async function keepFile(tx: Transaction, file: FileContent): Promise<string> {
  const { kind, content, size, hash, width, height } = file;
  const [row] = await tx
    .insert(files)
    .values({ kind, content, size, hash, width, height })
    .returning({ id: files.id });
  if (!row) throw new Error("no file was kept");
  return row.id;
}

/** The bytes that a row points to which its reader may see; null when they went meanwhile. */
export async function readFile(
  fileId: string,
): Promise<{ kind: FileKind; content: Buffer } | null> {
  const [row] = await query((db) =>
    db.select({ kind: files.kind, content: files.content }).from(files).where(eq(files.id, fileId)),
  );
  return row ?? null;
}

/**
 * Refuses a file of `size` bytes with `code` on `file` where those whose ids are `among` would take more than `most` bytes
 * with it. Its caller holds a lock, so that two at once do not both take the last place.
 */
export async function requireSpace(
  tx: Transaction,
  among: SQLWrapper,
  { size, most, code }: { size: number; most: number; code: ErrorCode },
): Promise<void> {
  const [used] = await tx
    .select({ bytes: sum(files.size) })
    .from(files)
    .where(inArray(files.id, among));
  if (Number(used?.bytes ?? 0) + size > most) throw new AppError(code, { field: "file" });
}
