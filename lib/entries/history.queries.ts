import "server-only";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { ownTable } from "@/db/entry-rows";
import type { ModerationState, VersionCause } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { entryFiles, entryVersions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { columnsOf, type RowOf } from "./columns.queries";
import type { ContentOf } from "./description";
import type { ContentIn, EntryContent, Noun } from "./noun";
import {
  canReadHistory,
  canRestoreVersion,
  type EntryFacts,
  OPEN_REVISION_STATES,
  type OpenRevisionState,
  ownsEntry,
} from "./policy";
import { factColumns } from "./sight.queries";
import { readStored } from "./stored-entry";

/** What of an entry was once online or restored, the newest first; `open` is what a restored text goes into. */
export type History<Content extends EntryContent = EntryContent> = {
  entry: EntryContent & { id: string; slug: string; moderation: ModerationState };
  isOwn: boolean;
  canRestore: boolean;
  open: { revisionId: string | null; version: number };
  versions: Version<Content>[];
};

/** `files` names what was attached and whether it still is. */
export type Version<Content extends EntryContent = EntryContent> = {
  number: number;
  cause: VersionCause;
  createdAt: Date;
  content: Content;
  files: { id: string; name: string; isGone: boolean }[];
};

/** The most that a page shows. */
const SHOWN = 50;

const KEPT = ["id", "slug", "version", "submittedAt"] as const;

/** The texts of an entry with its columns, for its owner and the club team; null for anybody else. */
export async function getHistory<Of extends Noun>(viewer: Viewer, noun: Of, slug: string) {
  if (!isSlug(slug)) return null;
  const own = ownTable(noun.kind);
  const [found] = await query((db) =>
    db
      .select({
        row: { ...columnsOf(noun, KEPT), ...factColumns },
        revisionId: entryRevisions.id,
        revisionVersion: entryRevisions.version,
        revision: sql<OpenRevisionState | null>`${entryRevisions.state}`,
      })
      .from(entries)
      .innerJoin(own, eq(own.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(
        entryRevisions,
        and(
          eq(entryRevisions.entryId, entries.id),
          inArray(entryRevisions.state, OPEN_REVISION_STATES),
        ),
      )
      .where(eq(entries.slug, slug)),
  );
  if (!found) return null;
  const { revision, revisionId, revisionVersion } = found;
  const entry = found.row as unknown as RowOf<Of, (typeof KEPT)[number]> & EntryFacts;
  if (!canReadHistory(viewer, entry)) return null;
  const [versions, files] = await Promise.all([readVersions(noun, entry), readFiles(entry.id)]);
  return {
    entry,
    isOwn: ownsEntry(viewer, entry),
    canRestore: canRestoreVersion(viewer, { ...entry, revision }),
    open: { revisionId, version: revisionVersion ?? entry.version },
    versions: versions.map(({ files: attached, ...version }) => ({
      ...version,
      files: files.filter((file) => attached.includes(file.id)),
    })),
  };
}

async function readVersions<Of extends Noun>(
  { fields }: Of,
  entry: { id: string; originalLocale: Locale },
) {
  const { number, cause, content, files, createdAt } = entryVersions;
  const rows = await query((db) =>
    db
      .select({ number, cause, content, files, createdAt })
      .from(entryVersions)
      .where(eq(entryVersions.entryId, entry.id))
      .orderBy(desc(number))
      .limit(SHOWN),
  );
  const { originalLocale } = entry;
  const missing = { originalLocale } as Partial<ContentOf<Of["fields"]>>;
  return rows.map((row) => ({
    ...row,
    content: readStored<Of["fields"]>(fields, row.content, missing) as ContentIn<Of>,
  }));
}

async function readFiles(entryId: string) {
  const { id, name, removedAt } = entryFiles;
  const rows = await query((db) =>
    db
      .select({ id, name, removedAt })
      .from(entryFiles)
      .where(eq(entryFiles.entryId, entryId))
      .orderBy(asc(entryFiles.createdAt)),
  );
  return rows.map((file) => ({ id: file.id, name: file.name, isGone: file.removedAt !== null }));
}
