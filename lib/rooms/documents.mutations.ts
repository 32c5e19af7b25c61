import "server-only";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { roomDocuments, roomDocumentVersions } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { CheckedFile } from "@/lib/core/files/check-file";
import { keepFile, requireSpace } from "@/lib/core/files/kept-file";
import { canAddDocument, canRemoveDocument } from "./policy";
import { roomEvent } from "./room-event";
import { MOST_LINKS, ROOM_BYTES } from "./room-limits";
import { lockOpenRoom } from "./roster.queries";

/** Brings a new document into a room. Throws `notFound`, `roomClosed`, `roleReadsOnly`, and `roomFull` on `file`. */
export async function addDocument(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string; title: string; file: CheckedFile },
): Promise<{ slug: string }> {
  const { roomId, title, file } = input;
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canAddDocument(viewer, room), "roleReadsOnly");
  const documentId = await beginDocument(tx, { roomId, title });
  await keepVersion(tx, viewer, { roomId, documentId, number: 1 }, file);
  await record(tx, viewer, roomEvent("room.document-added", room, { kind: file.kind }));
  return room;
}

/**
 * Brings a page that is kept elsewhere into a room, by its address in `https:`. Throws `notFound`, `roomClosed`,
 * `roleReadsOnly`, `tooManyLinks`.
 */
export async function addLink(
  tx: Transaction,
  viewer: Viewer,
  { roomId, title, address }: { roomId: string; title: string; address: string },
): Promise<{ slug: string }> {
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canAddDocument(viewer, room), "roleReadsOnly");
  const [links] = await tx
    .select({ there: count() })
    .from(roomDocumentVersions)
    .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
    .where(and(eq(roomDocuments.roomId, roomId), isNull(roomDocumentVersions.fileId)));
  if ((links?.there ?? 0) >= MOST_LINKS) {
    throw new AppError("tooManyLinks", { values: { most: MOST_LINKS } });
  }
  const documentId = await beginDocument(tx, { roomId, title });
  const version = { documentId, number: 1, name: address, authorId: viewer.accountId };
  await tx.insert(roomDocumentVersions).values(version);
  await record(tx, viewer, roomEvent("room.document-added", room, { kind: "link" }));
  return room;
}

/**
 * Adds a version to a document; the older ones stay. Throws as `addDocument`, and `notFound` for a document that was
 * removed or belongs to another room.
 */
export async function reviseDocument(
  tx: Transaction,
  viewer: Viewer,
  input: { roomId: string; documentId: string; file: CheckedFile },
): Promise<{ slug: string }> {
  const { roomId, documentId, file } = input;
  const room = await lockOpenRoom(tx, viewer, roomId);
  authorize(canAddDocument(viewer, room), "roleReadsOnly");
  const [last] = await tx
    .select({ number: sql<number>`max(${roomDocumentVersions.number})` })
    .from(roomDocumentVersions)
    .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
    .where(
      and(
        eq(roomDocuments.id, documentId),
        eq(roomDocuments.roomId, roomId),
        isNull(roomDocuments.removedAt),
      ),
    );
  if (!last?.number) throw new AppError("notFound");
  const number = last.number + 1;
  await keepVersion(tx, viewer, { roomId, documentId, number }, file);
  await record(tx, viewer, roomEvent("room.document-revised", room, { number }));
  return room;
}

/**
 * Takes a document away with all its versions: one's own, or as a lead any. Throws `notFound`, `roomClosed`,
 * `roleReadsOnly`.
 */
export async function removeDocument(
  tx: Transaction,
  viewer: Viewer,
  { documentId }: { documentId: string },
): Promise<{ slug: string }> {
  const isIt = and(eq(roomDocuments.id, documentId), isNull(roomDocuments.removedAt));
  const [found] = await tx.select({ roomId: roomDocuments.roomId }).from(roomDocuments).where(isIt);
  if (!found) throw new AppError("notFound");
  const room = await lockOpenRoom(tx, viewer, found.roomId);
  const [first] = await tx
    .select({ authorId: roomDocumentVersions.authorId })
    .from(roomDocumentVersions)
    .where(eq(roomDocumentVersions.documentId, documentId))
    .orderBy(roomDocumentVersions.number)
    .limit(1);
  authorize(canRemoveDocument(viewer, room, { authorId: first?.authorId ?? "" }), "roleReadsOnly");
  const removed = await tx
    .update(roomDocuments)
    .set({ title: "", removedAt: sql`now()` })
    .where(isIt)
    .returning({ id: roomDocuments.id });
  authorize(removed.length === 1);
  // What was taken away is kept nowhere, and takes no place.
  await tx.delete(roomDocumentVersions).where(eq(roomDocumentVersions.documentId, documentId));
  await record(tx, viewer, roomEvent("room.document-removed", room));
  return room;
}

async function beginDocument(
  tx: Transaction,
  values: { roomId: string; title: string },
): Promise<string> {
  const [document] = await tx
    .insert(roomDocuments)
    .values(values)
    .returning({ id: roomDocuments.id });
  if (!document) throw new Error("no document was made");
  return document.id;
}

/** Under the room's lock. */
async function keepVersion(
  tx: Transaction,
  { accountId: authorId }: Viewer,
  { roomId, documentId, number }: { roomId: string; documentId: string; number: number },
  file: CheckedFile,
): Promise<void> {
  const all = tx
    .select({ id: roomDocumentVersions.fileId })
    .from(roomDocumentVersions)
    .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
    .where(eq(roomDocuments.roomId, roomId));
  await requireSpace(tx, all, { size: file.size, most: ROOM_BYTES, code: "roomFull" });
  const fileId = await keepFile(tx, file);
  await tx
    .insert(roomDocumentVersions)
    .values({ documentId, number, name: file.name, fileId, authorId });
}
