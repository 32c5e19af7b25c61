import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
import { roomDocuments, roomDocumentVersions, rooms } from "@/db/schema/rooms";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { readFile } from "@/lib/core/files/kept-file";
import type { Locale } from "@/lib/core/i18n/locales";
import { rowId } from "@/lib/core/text/fields";
import { isSlug } from "@/lib/core/text/slug";
import { cardColumns, isInRoom, type RoomCard, toCard } from "./queries";

export type DocumentVersion = {
  id: string;
  number: number;
  /** Of a link its address. */
  name: string;
  /** In bytes; null for a link. */
  size: number | null;
  createdAt: Date;
  author: RoomCard;
};

/** `versions` newest first, never empty; `authorId` is the account that brought the first. */
export type RoomDocument = {
  id: string;
  title: string;
  authorId: string;
  versions: DocumentVersion[];
};

/** The documents of a room, last changed first; none for who is not in the room. */
export async function listDocuments(
  viewer: Viewer,
  roomId: string,
  locale: Locale,
): Promise<RoomDocument[]> {
  const rows = await query((db) =>
    db
      .select({
        documentId: roomDocuments.id,
        title: roomDocuments.title,
        id: roomDocumentVersions.id,
        number: roomDocumentVersions.number,
        name: roomDocumentVersions.name,
        size: files.size,
        createdAt: roomDocumentVersions.createdAt,
        authorId: roomDocumentVersions.authorId,
        ...cardColumns(viewer),
      })
      .from(roomDocumentVersions)
      .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
      .innerJoin(rooms, eq(rooms.id, roomDocuments.roomId))
      .leftJoin(files, eq(files.id, roomDocumentVersions.fileId))
      .innerJoin(accounts, eq(accounts.id, roomDocumentVersions.authorId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(rooms.id, roomId), isNull(roomDocuments.removedAt), isInRoom(viewer)))
      .orderBy(desc(roomDocumentVersions.number), asc(roomDocuments.id)),
  );
  // A title whose author was erased went with them: the document bears the name of its newest file.
  const documents = new Map<string, RoomDocument>();
  for (const row of rows) {
    const { documentId, title, authorId, id, number, name, size, createdAt } = row;
    const document = documents.get(documentId) ?? {
      id: documentId,
      title: title || name,
      authorId,
      versions: [],
    };
    const author = toCard(viewer, row, locale);
    document.versions.push({ id, number, name, size, createdAt, author });
    // Versions come newest first: the last one seen is the first one made.
    documents.set(documentId, { ...document, authorId });
  }
  const changedAt = ({ versions }: RoomDocument) => Number(versions[0]?.createdAt ?? 0);
  return [...documents.values()].sort((one, other) => changedAt(other) - changedAt(one));
}

/** One version of a document as it is sent; null for who is not in the room, and once the document is removed. */
export async function getDocumentVersion(viewer: Viewer | null, slug: string, versionId: string) {
  if (!viewer || !isSlug(slug) || !rowId.safeParse(versionId).success) return null;
  const [row] = await query((db) =>
    db
      .select({ name: roomDocumentVersions.name, fileId: roomDocumentVersions.fileId })
      .from(roomDocumentVersions)
      .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
      .innerJoin(rooms, eq(rooms.id, roomDocuments.roomId))
      .innerJoin(entries, eq(entries.id, rooms.projectId))
      .where(
        and(
          eq(roomDocumentVersions.id, versionId),
          eq(entries.slug, slug),
          isNull(roomDocuments.removedAt),
          isInRoom(viewer),
        ),
      ),
  );
  const file = row?.fileId ? await readFile(row.fileId) : null;
  return row && file ? { name: row.name, ...file } : null;
}

/** The id of the room at this address. Throws `notFound` for who is not in it. */
export async function findRoomId(tx: Transaction, viewer: Viewer, slug: string): Promise<string> {
  const [room] = await tx
    .select({ id: rooms.id })
    .from(rooms)
    .innerJoin(entries, eq(entries.id, rooms.projectId))
    .where(and(eq(entries.slug, slug), isInRoom(viewer)));
  if (!room) throw new AppError("notFound");
  return room.id;
}
