import "server-only";
import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Reader, Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import type { EntryKind, TakenDownType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { activities } from "@/db/schema/activities";
import { affiliations } from "@/db/schema/affiliations";
import { entries } from "@/db/schema/entries";
import { entryQuestions } from "@/db/schema/entry-parts";
import { members } from "@/db/schema/members";
import { experienceOpinions } from "@/db/schema/opinions";
import { organisations } from "@/db/schema/organisations";
import { roomMessages, roomUpdates } from "@/db/schema/rooms";
import type { StoredText } from "@/db/stored";
import { pageOf } from "@/lib/entries/noun";
import { isInSight as isEntryInSight } from "@/lib/entries/sight.queries";
import type { Traces } from "../accounts/traces";
import { readTexts, WRITTEN_NAMES } from "../accounts/traces.queries";
import { activitySightOf, isInSight as isActivityInSight } from "../activities/sight.queries";
import { mayRead } from "../core/auth/standing";
import { isStaff, type Viewer } from "../core/auth/viewer-type";
import { AppError } from "../core/errors";
import type { Locale } from "../core/i18n/locales";
import { isFor as isEventFor } from "../events/sight.queries";
import { isInSight as isExperienceInSight } from "../experiences/queries";
import { isReachable } from "../members/sight.queries";
import { isInSight as isOrganisationInSight } from "../organisations/queries";
import type { Called } from "./called";
import type { TakenDownFacts } from "./policy";
import {
  type Author,
  authorColumns,
  type Found,
  findMessages,
  findOpinions,
  findQuestions,
  findUpdates,
  isTrue,
} from "./take-down-words.queries";

export type TakeDownKey = { kind: TakenDownType; id: string };

export type TakenDownSubject = TakenDownFacts &
  TakeDownKey & {
    authors: readonly Author[];
    /** What it is called in letters; empty for a profile. */
    title: StoredText;
    originalLocale: Locale;
    /** Its page, without language. */
    to: string;
    called: Called;
  };

/** Where each kind lies, and how it is found in sight of the viewer: whose it is and where it stands. One row an author. */
const KINDS: Record<
  TakenDownType,
  { table: PgTable; find: (db: Reader, viewer: Viewer | null, ids: string[]) => Promise<Found[]> }
> = {
  project: { table: entries, find: findProjects },
  experience: { table: entries, find: findExperiences },
  cooperation: { table: entries, find: findClubs("cooperation") },
  heritage: { table: entries, find: findClubs("heritage") },
  page: { table: entries, find: findClubs("page") },
  ask: { table: entries, find: findAsks },
  event: { table: entries, find: findClubs("event") },
  activity: { table: activities, find: findActivities },
  organisation: { table: organisations, find: findOrganisations },
  member: { table: members, find: findMembers },
  question: { table: entryQuestions, find: findQuestions },
  update: { table: roomUpdates, find: findUpdates },
  message: { table: roomMessages, find: findMessages },
  opinion: { table: experienceOpinions, find: findOpinions },
};

/** Where `hidden_at` of such a subject stands; `entries` for every kind of entry. */
export const tableOf = (kind: TakenDownType): PgTable => KINDS[kind].table;

/** What the club team acts on, locked, with its authors. Throws `notFound` for what is out of the viewer's sight. */
export async function lockSubject(
  tx: Transaction,
  viewer: Viewer,
  { kind, id }: TakeDownKey,
): Promise<TakenDownSubject> {
  await holdSubject(tx, { kind, id });
  const [subject] = await findSubjects(tx, viewer, kind, [id]);
  if (!subject) throw new AppError("notFound");
  return subject;
}

/** Locks it; read after that, not with it: a joined row would be as it was before the wait. */
export async function holdSubject(tx: Transaction, { kind, id }: TakeDownKey): Promise<void> {
  await tx.execute(sql`select from ${tableOf(kind)} where id = ${id} for no key update`);
}

/** By what a letter is found to tell of it: what was written, or what it is called. */
export async function readTraces(tx: Transaction, { kind, id }: TakeDownKey): Promise<Traces> {
  const told = await readWords(tx, { kind, id });
  const isName = kind === "member" || kind === "organisation";
  return isName ? { names: told, words: [] } : { names: [], words: told };
}

/** What it says, of words that stand beside others; else what it is called, in each language. */
export const readWords = (db: Reader, { kind, id }: TakeDownKey): Promise<string[]> =>
  readTexts(db, sql`${QUOTED[kind]} where ${tableOf(kind)}.id = ${id}`);

const QUOTED: Record<TakenDownType, SQL> = {
  project: sql`select text.value from entries, jsonb_each_text(title) text`,
  experience: sql`select text.value from entries, jsonb_each_text(title) text`,
  cooperation: sql`select text.value from entries, jsonb_each_text(title) text`,
  heritage: sql`select text.value from entries, jsonb_each_text(title) text`,
  page: sql`select text.value from entries, jsonb_each_text(title) text`,
  ask: sql`select text.value from entries, jsonb_each_text(title) text`,
  event: sql`select text.value from entries, jsonb_each_text(title) text`,
  activity: sql`select text.value from activities, jsonb_each_text(title) text`,
  organisation: sql`select text.value from organisations, jsonb_each_text(name) text`,
  member: sql`select ${WRITTEN_NAMES} as value from members`,
  question: sql`select words as value from entry_questions`,
  update: sql`select words as value from room_updates`,
  message: sql`select words as value from room_messages`,
  opinion: sql`select words as value from experience_opinions`,
};

/** The things of a kind with these keys that are in the viewer's sight, null a visitor's, as they stand. */
export async function findSubjects(
  db: Reader,
  viewer: Viewer | null,
  kind: TakenDownType,
  ids: readonly string[],
): Promise<TakenDownSubject[]> {
  const subjects = new Map<string, TakenDownSubject>();
  for (const { author, ...found } of await KINDS[kind].find(db, viewer, [...ids])) {
    const authors = [...(subjects.get(found.id)?.authors ?? []), ...(author ? [author] : [])];
    subjects.set(found.id, { called: kind, ...found, kind, authors });
  }
  return [...subjects.values()];
}

function findProjects(db: Reader, viewer: Viewer | null, ids: string[]) {
  return findEntries(db, viewer, { kind: "project", isOpen: isEntryInSight(viewer), ids });
}

function findAsks(db: Reader, viewer: Viewer | null, ids: string[]) {
  const isOpen = mayRead(viewer) ? isEntryInSight(viewer) : sql`false`;
  return findEntries(db, viewer, { kind: "ask", isOpen, ids });
}

function findExperiences(db: Reader, viewer: Viewer | null, ids: string[]) {
  return findEntries(db, viewer, { kind: "experience", isOpen: isExperienceInSight(viewer), ids });
}

/** The club's; whoever keeps it answers for it. */
function findClubs(kind: EntryKind) {
  return async (db: Reader, viewer: Viewer | null, ids: string[]): Promise<Found[]> => {
    const isOpen = and(isEntryInSight(viewer), kind === "event" ? isEventFor(viewer) : undefined);
    const found = await findEntries(db, viewer, { kind, isOpen, ids });
    const keepers = await db
      .select({ entryId: entries.id, author: authorColumns(accounts) })
      .from(entries)
      .innerJoin(accounts, sql`${accounts.id} = any(public.entry_keepers(${entries.id})::uuid[])`)
      .where(inArray(entries.id, ids));
    return found.flatMap((one) => {
      const authors = keepers.filter(({ entryId }) => entryId === one.id);
      return authors.length > 0 ? authors.map(({ author }) => ({ ...one, author })) : [one];
    });
  };
}

/** For the club team also what was handed in once, so that what was withdrawn meanwhile is told to be. */
async function findEntries(
  db: Reader,
  viewer: Viewer | null,
  { kind, isOpen, ids }: { kind: EntryKind; isOpen: SQL | undefined; ids: string[] },
): Promise<Found[]> {
  const wasHandedIn = isStaff(viewer) ? isNotNull(entries.submittedAt) : undefined;
  const rows = await db
    .select({
      id: entries.id,
      author: authorColumns(accounts),
      isPublished: sql<boolean>`${entries.moderation} = 'published'`,
      isHidden: isHidden(entries),
      title: entries.title,
      originalLocale: entries.originalLocale,
      slug: entries.slug,
    })
    .from(entries)
    .leftJoin(members, eq(members.id, entries.ownerId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(eq(entries.entryKind, kind), inArray(entries.id, ids), or(isOpen, wasHandedIn)));
  return rows.map(({ slug, ...row }) => ({ ...row, to: pageOf({ entryKind: kind, slug }) }));
}

async function findActivities(db: Reader, viewer: Viewer | null, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      id: activities.id,
      author: authorColumns(accounts),
      isPublished: isTrue,
      isHidden: isHidden(activities),
      title: activities.title,
      originalLocale: activities.originalLocale,
      slug: activities.slug,
    })
    .from(activities)
    .innerJoin(members, eq(members.id, activities.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(activities.id, ids), isActivityInSight(activitySightOf(viewer))));
  return rows.map(({ slug, ...row }) => ({ ...row, to: `/activities/${slug}` }));
}

/** Nobody wrote it; whoever manages it answers for it. */
async function findOrganisations(
  db: Reader,
  viewer: Viewer | null,
  ids: string[],
): Promise<Found[]> {
  const isManager = and(
    eq(affiliations.organisationId, organisations.id),
    eq(affiliations.role, "manager"),
  );
  const rows = await db
    .select({
      id: organisations.id,
      author: authorColumns(accounts),
      isPublished: isTrue,
      isHidden: isHidden(organisations),
      title: organisations.name,
      originalLocale: organisations.originalLocale,
      slug: organisations.slug,
    })
    .from(organisations)
    .leftJoin(affiliations, isManager)
    .leftJoin(members, eq(members.id, affiliations.memberId))
    .leftJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(organisations.id, ids), isOrganisationInSight(viewer)));
  return rows.map(({ slug, ...row }) => ({ ...row, to: `/organisations/${slug}` }));
}

/** Never of somebody who is not in the club yet, or no more. */
async function findMembers(db: Reader, viewer: Viewer | null, ids: string[]): Promise<Found[]> {
  if (!viewer) return [];
  const rows = await db
    .select({
      id: members.id,
      author: authorColumns(accounts),
      isPublished: sql<boolean>`${accounts.status} not in ('pending', 'left')`,
      isHidden: isHidden(members),
      originalLocale: members.originalLocale,
      slug: members.slug,
    })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(and(inArray(members.id, ids), isReachable(viewer)));
  return rows.map(({ slug, ...row }) => ({ ...row, title: {}, to: `/members/${slug}` }));
}
