import "server-only";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { roomDocuments, roomDocumentVersions } from "@/db/schema/rooms";
import { readFile } from "@/lib/core/files/kept-file";

/** Whose archive it is. */
type Person = { accountId: string };

/** A file that a person brought, and where it lies in their archive. */
export type OwnFile = {
  id: string;
  from: "rooms" | "entries" | "profile";
  path: string;
  title: string;
};

/** The files a person brought into rooms, attached to their entries or show as their face, without their bytes, oldest first. */
export async function listOwnFiles({ accountId }: Person): Promise<OwnFile[]> {
  const inRooms = await query((db) =>
    db
      .select({
        id: roomDocumentVersions.id,
        name: roomDocumentVersions.name,
        // Whoever adds a version has not written the title.
        title: sql<string>`case when ${roomDocumentVersions.number} = 1 then ${roomDocuments.title} else '' end`,
      })
      .from(roomDocumentVersions)
      .innerJoin(roomDocuments, eq(roomDocuments.id, roomDocumentVersions.documentId))
      .where(
        and(eq(roomDocumentVersions.authorId, accountId), isNotNull(roomDocumentVersions.fileId)),
      )
      .orderBy(asc(roomDocumentVersions.createdAt), asc(roomDocumentVersions.id)),
  );
  const inEntries = await query((db) =>
    db
      .select({ id: entryFiles.id, name: entryFiles.name, title: sql<string>`''` })
      .from(entryFiles)
      .innerJoin(entries, eq(entries.id, entryFiles.entryId))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .where(and(eq(members.accountId, accountId), isNull(entryFiles.removedAt)))
      .orderBy(asc(entryFiles.createdAt), asc(entryFiles.id)),
  );
  const [own] = await query((db) =>
    db.select({ id: members.portraitId }).from(members).where(eq(members.accountId, accountId)),
  );
  const faces = own?.id ? [{ id: own.id, name: "portrait.webp", title: "" }] : [];
  const placed = (from: OwnFile["from"], rows: typeof inRooms) =>
    rows.map(({ id, name, title }) => ({ id, from, title, path: `${from}/${id}/${name}` }));
  return [
    ...placed("rooms", inRooms),
    ...placed("entries", inEntries),
    ...placed("profile", faces),
  ];
}

/** The bytes of one of them; null once it is gone. */
export async function readOwnFile({ accountId }: Person, file: OwnFile): Promise<Buffer | null> {
  const isOwn = eq(members.accountId, accountId);
  const [row] = await query((db) => {
    if (file.from === "profile") {
      return db
        .select({ fileId: members.portraitId })
        .from(members)
        .where(and(eq(members.portraitId, file.id), isOwn));
    }
    return file.from === "rooms"
      ? db
          .select({ fileId: roomDocumentVersions.fileId })
          .from(roomDocumentVersions)
          .where(
            and(eq(roomDocumentVersions.id, file.id), eq(roomDocumentVersions.authorId, accountId)),
          )
      : db
          .select({ fileId: entryFiles.fileId })
          .from(entryFiles)
          .innerJoin(entries, eq(entries.id, entryFiles.entryId))
          .innerJoin(members, eq(members.id, entries.ownerId))
          .where(and(eq(entryFiles.id, file.id), isOwn));
  });
  const kept = row?.fileId ? await readFile(row.fileId) : null;
  return kept?.content ?? null;
}
