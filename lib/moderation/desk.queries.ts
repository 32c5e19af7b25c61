import "server-only";
import { and, asc, eq, isNotNull, ne, or, type SQL, sql } from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import type { DeskKind, NotedType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { affiliationRequests } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { deskItems, deskNotes } from "@/db/schema/moderation";
import { isActing } from "@/db/standing";
import { refuseIfTaken } from "../applications/vetting/desk.queries";
import type { Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { personName } from "../members/person-name";
import { nameColumns } from "../members/sight.queries";
import { canNoteOnItem, type DeskFacts } from "./desk.policy";
import { canOpenQueue } from "./policy";

/** Something of the queue by its key there. */
export type DeskKey = { kind: DeskKind; id: string };

/** What waits or waited, with what the team's notes on it stand under. */
export type DeskItem = DeskFacts & {
  isWaiting: boolean;
  /** By whoever it comes from: nobody has decided on it. */
  isTakenBack: boolean;
  noted: { subjectType: NotedType; subjectId: string };
};

/** Who is no longer of the team has nothing on their desk. */
const isOfTeam = and(ne(accounts.role, "member"), isActing());

/** Who has taken on what waits, by its key. Empty for anybody but the club team. */
export async function listTakers(viewer: Viewer, locale: Locale) {
  if (!canOpenQueue(viewer)) return new Map<string, { name: string; isViewer: boolean }>();
  const rows = await query((db) =>
    db
      .select({
        id: deskItems.subjectId,
        takenBy: deskItems.takenBy,
        ...nameColumns(viewer),
      })
      .from(deskItems)
      .innerJoin(accounts, and(eq(accounts.id, deskItems.takenBy), isOfTeam))
      .leftJoin(members, eq(members.accountId, accounts.id)),
  );
  return new Map(
    rows.map(({ id, takenBy, ...named }) => [
      id,
      { name: personName(named, locale), isViewer: takenBy === viewer.accountId },
    ]),
  );
}

export type Desk = {
  /** Null as long as nobody has it. */
  taker: { accountId: string; name: string; isViewer: boolean; since: Date } | null;
  isWaiting: boolean;
  /** Oldest first; null for whoever they are about. */
  notes: { id: string; words: string; author: string; createdAt: Date }[] | null;
};

/** Who deals with something, and what the team has noted on it. Null for anybody but the club team. */
export async function getDesk(viewer: Viewer, key: DeskKey, locale: Locale): Promise<Desk | null> {
  if (!canOpenQueue(viewer)) return null;
  const [item, [held]] = await query((db) =>
    Promise.all([
      findItem(db, key),
      db
        .select({
          accountId: deskItems.takenBy,
          since: deskItems.takenAt,
          ...nameColumns(viewer),
        })
        .from(deskItems)
        .innerJoin(accounts, and(eq(accounts.id, deskItems.takenBy), isOfTeam))
        .leftJoin(members, eq(members.accountId, accounts.id))
        .where(eq(deskItems.subjectId, key.id)),
    ]),
  );
  if (!item) return null;
  return {
    taker: held
      ? {
          accountId: held.accountId,
          since: held.since,
          name: personName(held, locale),
          isViewer: held.accountId === viewer.accountId,
        }
      : null,
    isWaiting: item.isWaiting,
    notes: canNoteOnItem(viewer, item) ? await listNotes(viewer, item, locale) : null,
  };
}

async function listNotes(viewer: Viewer, { noted }: DeskItem, locale: Locale) {
  const { id, words, createdAt } = deskNotes;
  const rows = await query((db) =>
    db
      .select({ id, words, createdAt, author: nameColumns(viewer) })
      .from(deskNotes)
      .innerJoin(accounts, eq(accounts.id, deskNotes.authorId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(eq(deskNotes.subjectId, noted.subjectId))
      .orderBy(asc(createdAt), asc(id)),
  );
  return rows.map((row) => ({ ...row, author: personName(row.author, locale) }));
}

/** Throws `takenByColleague`, with their `name` as the page named them, when a colleague deals with something. */
export async function refuseIfColleagues(tx: Transaction, viewer: Viewer, id: string) {
  await refuseIfTaken(tx, viewer, { takenBy: await takerOf(tx, id) });
}

async function takerOf(db: Database, id: string): Promise<string | null> {
  const [row] = await db
    .select({ takenBy: deskItems.takenBy })
    .from(deskItems)
    .innerJoin(accounts, and(eq(accounts.id, deskItems.takenBy), isOfTeam))
    .where(eq(deskItems.subjectId, id));
  return row?.takenBy ?? null;
}

/** Something of the queue, also once it waits no longer; null for what is not there. The caller asks the policy. */
export async function findItem(db: Database, { kind, id }: DeskKey): Promise<DeskItem | null> {
  const [row] = await FIND[kind === "account" || kind === "claim" ? kind : "entry"](db, kind, id);
  if (!row) return null;
  const { subjectType, subjectId, ...facts } = row;
  return { ...facts, noted: { subjectType, subjectId }, takenBy: await takerOf(db, id) };
}

type Found = Omit<DeskItem, "takenBy" | "noted"> & { subjectId: string };
type Find = (
  db: Database,
  kind: DeskKind,
  id: string,
) => Promise<(Found & { subjectType: NotedType })[]>;

const FIND: Record<"account" | "claim" | "entry", Find> = {
  account: (db, _, id) =>
    db
      .select({
        ownerId: accounts.id,
        isWaiting: sql<boolean>`${accounts.status} = 'pending'`,
        isTakenBack: sql<boolean>`false`,
        subjectId: accounts.id,
        subjectType: sql<NotedType>`'account'`,
      })
      .from(accounts)
      .where(eq(accounts.id, id)),
  claim: (db, _, id) =>
    db
      .select({
        ownerId: members.accountId,
        isWaiting: sql<boolean>`${affiliationRequests.state} = 'open'`,
        isTakenBack: sql<boolean>`${affiliationRequests.state} = 'withdrawn'`,
        subjectId: members.accountId,
        subjectType: sql<NotedType>`'account'`,
      })
      .from(affiliationRequests)
      .innerJoin(members, eq(members.id, affiliationRequests.memberId))
      .where(eq(affiliationRequests.id, id)),
  entry: (db, kind, id) => {
    const isRevision = kind === "revision";
    const isWaiting: SQL | undefined = isRevision
      ? eq(entryRevisions.state, "submitted")
      : or(eq(entries.moderation, "submitted"), isNotNull(entries.unreadSince));
    return db
      .select({
        ownerId: members.accountId,
        isWaiting: sql<boolean>`coalesce(${isWaiting}, false)`,
        isTakenBack: sql<boolean>`coalesce(${entryRevisions.state}, ${entries.moderation}) = 'withdrawn'`,
        subjectId: entries.id,
        subjectType: entries.entryKind,
      })
      .from(entries)
      .leftJoin(
        entryRevisions,
        and(eq(entryRevisions.entryId, entries.id), eq(entryRevisions.id, id)),
      )
      .leftJoin(members, sql`${members.id} = coalesce(${entries.ownerId}, ${entries.handedInBy})`)
      .where(
        and(
          isNotNull(entries.submittedAt),
          isRevision
            ? eq(entryRevisions.id, id)
            : and(eq(entries.id, id), sql`${entries.entryKind} = ${kind}`),
        ),
      );
  },
};
