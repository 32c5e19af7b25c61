import "server-only";
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { ENTRY_LEVELS, type FileKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { entryFiles } from "@/db/schema/entry-parts";
import { files } from "@/db/schema/files";
import { members } from "@/db/schema/members";
import type { Read } from "@/db/together";
import { mayRead } from "@/lib/core/auth/standing";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { readFile } from "@/lib/core/files/kept-file";
import { isSlug } from "@/lib/core/text/slug";
import { noteAccess } from "../accesses.queries";
import type { NounVerbs } from "../noun-verbs";
import { ownsEntry } from "../policy";
import { isInSight, sightColumns } from "../sight.queries";
import { canAttachFile, canOpenFile, type FileSight } from "./policy";

export type FilesPage = NonNullable<Awaited<ReturnType<typeof listFiles>>>;

type Filed = FileSight & { id: string };

/**
 * The files that the viewer may open of an entry as it was found for them, in the order they came; null for none found.
 * `hidden` counts those that an accepted interest would open. Their names were not read.
 */
export async function listFiles(viewer: Viewer | null, entry: Filed | null, read: Read = query) {
  if (!entry) return null;
  const { id, name, level, createdAt } = entryFiles;
  const { kind, size, width, height } = files;
  const isThere = and(eq(entryFiles.entryId, entry.id), isNull(entryFiles.removedAt));
  const open = ENTRY_LEVELS.filter((one) => canOpenFile(viewer, entry, one));
  const shown = sql<string>`case when ${inArray(level, open)} then ${name} end`;
  const all = await read((db) =>
    db
      .select({ id, name: shown, kind, level, size, width, height, createdAt })
      .from(entryFiles)
      .innerJoin(files, eq(files.id, entryFiles.fileId))
      .where(isThere)
      .orderBy(asc(createdAt)),
  );
  const opened = all.filter((file) => open.includes(file.level));
  const isMember = mayRead(viewer);
  return {
    files: opened,
    hidden: isMember ? all.length - opened.length : 0,
    isOwn: ownsEntry(viewer, entry),
    canAttach: canAttachFile(viewer, entry),
  };
}

/** A file that its reader may open, before it is. */
type Openable = {
  kind: FileKind;
  /** Its name and bytes; null when it went meanwhile. An accepted contact's opening of what is behind acceptance is noted. */
  open: () => Promise<{ name: string; kind: FileKind; content: Buffer } | null>;
};

/**
 * A file of an entry as it was found for whoever may open it; null for anybody else and for one that was removed.
 */
export async function findFile(
  viewer: Viewer | null,
  entry: Filed | null,
  fileId: string,
): Promise<Openable | null> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fileId);
  if (!isId || !entry || !viewer) return null;
  const isThis = and(eq(entryFiles.id, fileId), eq(entryFiles.entryId, entry.id));
  const { id, name, level } = entryFiles;
  const [fact] = await query((db) =>
    db
      .select({ id, name, level, kind: files.kind, keptId: files.id })
      .from(entryFiles)
      .innerJoin(files, eq(files.id, entryFiles.fileId))
      .where(isThis),
  );
  if (!fact || !canOpenFile(viewer, entry, fact.level)) return null;
  const isBehind = fact.level === "contacts" || entry.textLevel === "contacts";
  const isNoted = isBehind && entry.isContact && !ownsEntry(viewer, entry);
  const open = async () => {
    const file = await readFile(fact.keptId);
    if (file && isNoted) await noteAccess(viewer, entry.id, fact.id);
    return file && { name: fact.name, ...file };
  };
  return { kind: fact.kind, open };
}

/** An entry with its files: in the viewer's sight, or handed in for the club team; null for any other. */
export async function getFiled(
  viewer: Viewer | null,
  { kind, contact, isFor }: Pick<NounVerbs, "kind" | "contact" | "isFor">,
  slug: string,
) {
  if (!isSlug(slug)) return null;
  const wasHandedIn = and(isNotNull(entries.submittedAt), ne(entries.moderation, "draft"));
  const isFound = or(
    and(isInSight(viewer), isFor?.(viewer)),
    isStaff(viewer) ? wasHandedIn : undefined,
  );
  const [row] = await query((db) =>
    db
      .select({
        id: entries.id,
        submittedAt: entries.submittedAt,
        ...sightColumns(contact?.(viewer)),
      })
      .from(entries)
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(entries.entryKind, kind), eq(entries.slug, slug), isFound)),
  );
  return row ?? null;
}
