import "server-only";
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { ownTable } from "@/db/entry-rows";
import type { EntryKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { organisations } from "@/db/schema/organisations";
import { isStaff, type Viewer } from "../core/auth/viewer-type";
import { noteReading } from "../core/events/note-reading";
import { columnsOf, type RowOf } from "../entries/columns.queries";
import { contentOf, settingsOf } from "../entries/content";
import type { ContentOf } from "../entries/description";
import { canReadDossier, type EntryFacts, hasProposed } from "../entries/policy";
import { factColumns } from "../entries/sight.queries";
import { readStored } from "../entries/stored-entry";
import { sightOf } from "../members/policy";
import { seen } from "../members/sight.queries";
import { NOUNS } from "./nouns";

type NounOf<Kind extends EntryKind> = (typeof NOUNS)[Kind];

/** Its owner; of what is the club's, who handed it in. */
const proposes = sql`${members.id} = coalesce(${entries.ownerId}, ${entries.handedInBy})`;

/** Who proposes it, for the club team, as far as the person shows it to them. */
const ownerColumns = (viewer: Viewer | null) => ({
  accountId: accounts.id,
  status: accounts.status,
  locale: accounts.locale,
  slug: members.slug,
  familyName: members.familyName,
  givenName: members.givenName,
  nameOrder: members.nameOrder,
  nameZh: seen(sightOf(viewer), "nameZh", members.nameZh),
});

const submittedColumns = (viewer: Viewer) => ({
  kind: entries.entryKind,
  slug: entries.slug,
  title: entries.title,
  originalLocale: entries.originalLocale,
  owner: ownerColumns(viewer),
});

/** Entries of every kind that await a decision, oldest first; none for anybody but the club team. */
export async function listSubmittedEntries(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id: entries.id, submittedAt: entries.submittedAt })
      .from(entries)
      .innerJoin(members, proposes)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(entries.moderation, "submitted"))
      .orderBy(asc(entries.submittedAt)),
  );
}

/** Entries that went online before anybody of the club team read them, oldest first; none for anybody but the club team. */
export async function listUnreadEntries(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  const { id, unreadSince } = entries;
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id, submittedAt: unreadSince })
      .from(entries)
      .innerJoin(members, proposes)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(isNotNull(unreadSince))
      .orderBy(asc(unreadSince)),
  );
}

/** Edits of published entries that await a decision, oldest first; none for anybody but the club team. */
export async function listSubmittedRevisions(viewer: Viewer | null) {
  if (!isStaff(viewer)) return [];
  const { id, submittedAt } = entryRevisions;
  return query((db) =>
    db
      .select({ ...submittedColumns(viewer), id, submittedAt })
      .from(entryRevisions)
      .innerJoin(entries, eq(entries.id, entryRevisions.entryId))
      .innerJoin(members, proposes)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(eq(entryRevisions.state, "submitted"))
      .orderBy(asc(submittedAt)),
  );
}

const KEPT = [
  "entryKind",
  "id",
  "slug",
  "version",
  "stale",
  "provenance",
  "submittedAt",
  "publishedAt",
  "lastRead",
  "unreadSince",
] as const;

/**
 * An entry that was handed in, with its owner, for the decision; null for a draft, for one of another kind and for
 * anybody but the club team. `lastRead` is what they had read when they last sent it back, null if they never did.
 */
export async function getDossier<Kind extends EntryKind>(
  viewer: Viewer | null,
  kind: Kind,
  id: string,
) {
  const noun: NounOf<Kind> = NOUNS[kind];
  const own = ownTable(kind);
  const [found] = await query((db) =>
    db
      .select({
        row: { ...columnsOf(noun, KEPT), ...factColumns },
        owner: ownerColumns(viewer),
        organisation: organisations.name,
      })
      .from(entries)
      .innerJoin(own, eq(own.id, entries.id))
      .innerJoin(members, proposes)
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(eq(entries.id, id)),
  );
  if (!found) return null;
  const { owner, organisation } = found;
  const row = found.row as unknown as RowOf<NounOf<Kind>, (typeof KEPT)[number]> & EntryFacts;
  if (!canReadDossier(viewer, row)) return null;
  noteReading(viewer, { name: "dossier.read", subjectType: kind, subjectId: id });
  const fields: NounOf<Kind>["fields"] = noun.fields;
  const content = contentOf(fields, row as ContentOf<NounOf<Kind>["fields"]>);
  const lastRead = row.lastRead
    ? readStored(fields, row.lastRead, settingsOf(fields, content) as Partial<typeof content>)
    : null;
  return { ...row, noun, owner, organisation, lastRead, content, isOwn: hasProposed(viewer, row) };
}

/** An edit that was handed in, with the live text beside it; null for a draft and for anybody but the club team. */
export async function getRevisionDossier(viewer: Viewer | null, revisionId: string) {
  const { id, entryId, state, content, lastRead, stale, version, submittedAt } = entryRevisions;
  const [found] = await query((db) =>
    db
      .select({
        revision: { id, entryId, state, content, lastRead, stale, version, submittedAt },
        kind: entries.entryKind,
      })
      .from(entryRevisions)
      .innerJoin(entries, eq(entries.id, entryId))
      .where(eq(id, revisionId)),
  );
  if (!found?.revision.submittedAt || found.revision.state === "draft") return null;
  const { revision, kind } = found;
  const entry = await getDossier<EntryKind>(viewer, kind, revision.entryId);
  if (!entry) return null;
  const { noun, content: live } = entry;
  const proposed = readStored(noun.fields, revision.content, live);
  const read = revision.lastRead
    ? readStored(noun.fields, revision.lastRead, settingsOf(noun.fields, live))
    : null;
  return { ...revision, lastRead: read, proposed, live, entry };
}
