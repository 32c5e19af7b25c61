import "server-only";
import {
  and,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { type Database, query } from "@/db/client";
import { SUBJECT_TYPES, type SubjectType } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { auditEvents } from "@/db/schema/audit";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { type Read, together } from "@/db/together";
import type { Viewer } from "../core/auth/viewer-type";
import { ZONE } from "../core/dates";
import { noteReading } from "../core/events/note-reading";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { likePattern } from "../core/text/fold";
import { pageOf } from "../entries/noun";
import { personName } from "../members/person-name";
import { nameColumns } from "../members/sight.queries";
import { listCases } from "../moderation/reports.queries";
import { isCalled } from "./called.queries";
import { type Facts, nameFacts } from "./facts.queries";
import { isOpen } from "./open.queries";
import { canReadTrail } from "./policy";
import { MOST_PAGES, type TrailFilters } from "./schema";
import { nameSubjects } from "./subjects.queries";

export const EVENTS_PER_PAGE = 50;
/** As many are counted and can be turned to; what lies further back is found by narrowing. */
export const MOST_EVENTS = MOST_PAGES * EVENTS_PER_PAGE;

export type TrailEntry = {
  id: number;
  name: string;
  at: Date;
  /** Null for the portal itself; an empty name for an account that was erased. */
  actor: { id: string; name: string } | null;
  /**
   * `label` is empty for what is gone and for drafts, null for what only its owner sees; `to` is the page that shows
   * it, null for the dossier of the club team.
   */
  subject: {
    type: SubjectType;
    id: string;
    accountId: string | null;
    label: string | null;
    to: string | null;
  };
  data: Facts;
};

type SubjectNames = Map<string, { label: string; accountId: string | null; to: string | null }>;

/**
 * One page of the trail, newest first, with the number of all that match; one above `MOST_EVENTS` where there are more.
 * Empty for anybody but administrators.
 */
export async function listEvents(
  viewer: Viewer,
  filters: TrailFilters,
  locale: Locale,
): Promise<{ entries: TrailEntry[]; total: number }> {
  if (!canReadTrail(viewer)) return { entries: [], total: 0 };
  noteReading(viewer, { name: "audit.read", subjectType: "account", subjectId: viewer.accountId });
  const { rows, total } = await together((read) => readEvents(viewer, filters, read));
  const ofReports = rows.filter((row) => row.subjectType === "report");
  const cases = await listCases(
    viewer,
    ofReports.map((row) => row.subjectId),
  );
  const aboutOf = ({ subjectId }: { subjectId: string }) => cases.get(subjectId) ?? subjectId;
  const subjects = rows.map(aboutOf);
  const people = [...rows.flatMap((row) => row.actorId ?? []), ...subjects];
  const [[persons, texts], pages, withNames] = await Promise.all([
    together((read) =>
      Promise.all([
        nameAccounts(viewer, people, locale, read),
        nameEntries(subjects, locale, read),
      ]),
    ),
    nameSubjects(subjects, locale),
    nameFacts(
      rows.map((row) => row.data),
      locale,
    ),
  ]);
  const named = new Map([...texts, ...persons]);
  const entries = rows.map((row) => ({
    id: row.id,
    name: row.name,
    at: row.at,
    actor: row.actorId && { id: row.actorId, name: persons.get(row.actorId)?.label ?? "" },
    subject: {
      type: row.subjectType,
      id: row.subjectId,
      ...(named.get(aboutOf(row)) ?? { label: "", accountId: null, to: null }),
      ...pages.get(aboutOf(row)),
      // What was reported is named; its case is what opens.
      ...(row.subjectType === "report" && { accountId: null, to: null }),
    },
    data: withNames(row.data),
  }));
  return { entries: entries as TrailEntry[], total };
}

async function readEvents(viewer: Viewer, filters: TrailFilters, read: Read) {
  const isAsked = (db: Database) => and(isOpen(db, viewer), condition(db, viewer, filters));
  const [rows, [counted]] = await Promise.all([
    read((db) =>
      db
        .select({
          id: auditEvents.id,
          name: auditEvents.name,
          at: auditEvents.createdAt,
          actorId: auditEvents.actorId,
          subjectType: auditEvents.subjectType,
          subjectId: auditEvents.subjectId,
          data: auditEvents.data,
        })
        .from(auditEvents)
        .where(isAsked(db))
        .orderBy(desc(auditEvents.createdAt), desc(auditEvents.id))
        .limit(EVENTS_PER_PAGE)
        .offset((filters.page - 1) * EVENTS_PER_PAGE),
    ),
    read((db) =>
      db.select({ total: count() }).from(
        db
          .select({ id: auditEvents.id })
          .from(auditEvents)
          .where(isAsked(db))
          .limit(MOST_EVENTS + 1)
          .as("counted"),
      ),
    ),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** The names of whatever has happened so far; none for anybody but administrators. */
export async function listEventNames(viewer: Viewer): Promise<string[]> {
  if (!canReadTrail(viewer)) return [];
  const rows = await query((db) =>
    db.selectDistinct({ name: auditEvents.name }).from(auditEvents).where(isOpen(db, viewer)),
  );
  return rows.map(({ name }) => name);
}

function condition(db: Database, viewer: Viewer, filters: TrailFilters): SQL | undefined {
  const { name, actor, title, subject, from, to } = filters;
  // A day of clocks: one of the year has 23 hours, another 25.
  const dayStart = (day: string, more = 0) =>
    sql`(${day}::date + ${more}::int)::timestamp at time zone ${ZONE.lyon}`;
  return and(
    name ? eq(auditEvents.name, name) : undefined,
    actor ? inArray(auditEvents.actorId, accountsCalled(db, actor)) : undefined,
    title ? isCalled(db, viewer, title) : undefined,
    // The index of subjects begins with their kinds: all of them are said.
    subject
      ? and(inArray(auditEvents.subjectType, SUBJECT_TYPES), eq(auditEvents.subjectId, subject))
      : undefined,
    from ? gte(auditEvents.createdAt, dayStart(from)) : undefined,
    to ? lt(auditEvents.createdAt, dayStart(to, 1)) : undefined,
  );
}

/** Accounts by a part of their name or address, or by their key. */
function accountsCalled(db: Database, text: string) {
  const asTyped = `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({ id: accounts.id })
    .from(accounts)
    .leftJoin(members, eq(members.accountId, accounts.id))
    .where(
      or(
        sql`${accounts.id}::text = ${text.toLowerCase()}`,
        sql`${members.searchNames} like ${likePattern(text)}`,
        sql`${accounts.email} like ${asTyped}`,
        sql`lower(${accounts.displayName}::text) like ${asTyped}`,
      ),
    );
}

/** Names of accounts, found by the account's or the member's key. */
async function nameAccounts(
  viewer: Viewer,
  keys: string[],
  locale: Locale,
  read: Read,
): Promise<SubjectNames> {
  if (keys.length === 0) return new Map();
  const rows = await read((db) =>
    db
      .select({
        accountId: accounts.id,
        memberId: members.id,
        ...nameColumns(viewer),
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(
        inArray(
          accounts.id,
          db
            .select({ id: accounts.id })
            .from(accounts)
            .where(inArray(accounts.id, keys))
            .union(
              db.select({ id: members.accountId }).from(members).where(inArray(members.id, keys)),
            ),
        ),
      ),
  );
  return new Map(
    rows.flatMap((row) => {
      const named = { label: personName(row, locale), accountId: row.accountId, to: null };
      const found: [string, typeof named][] = [[row.accountId, named]];
      if (row.memberId) found.push([row.memberId, named]);
      return found;
    }),
  );
}

/**
 * Titles of entries that are no drafts, found by the entry's or the revision's key. What nobody proposed has no dossier, and
 * nothing of the club's own kinds: its page shows it.
 */
async function nameEntries(keys: string[], locale: Locale, read: Read): Promise<SubjectNames> {
  if (keys.length === 0) return new Map();
  const rows = await read((db) =>
    db
      .select({
        entryId: entries.id,
        entryKind: entries.entryKind,
        slug: entries.slug,
        isProposed: sql<boolean>`coalesce(${entries.ownerId}, ${entries.handedInBy}) is not null`,
        revisionId: entryRevisions.id,
        title: entries.title,
        original: entries.originalLocale,
      })
      .from(entries)
      .leftJoin(
        entryRevisions,
        and(eq(entryRevisions.entryId, entries.id), inArray(entryRevisions.id, keys)),
      )
      .where(
        and(
          ne(entries.moderation, "draft"),
          isNotNull(entries.submittedAt),
          inArray(
            entries.id,
            db
              .select({ id: entries.id })
              .from(entries)
              .where(inArray(entries.id, keys))
              .union(
                db
                  .select({ id: entryRevisions.entryId })
                  .from(entryRevisions)
                  .where(inArray(entryRevisions.id, keys)),
              ),
          ),
        ),
      ),
  );
  return new Map(
    rows.flatMap(({ entryId, revisionId, title, original, isProposed, ...place }) => {
      const label = pickText(title, locale, original)?.text ?? "";
      const to = isProposed ? null : pageOf(place);
      const hasNone = place.entryKind === "heritage" || place.entryKind === "page";
      const entry = { label, accountId: null, to: hasNone ? pageOf(place) : to };
      const found: [string, typeof entry][] = [[entryId, entry]];
      if (revisionId) found.push([revisionId, { ...entry, to }]);
      return found;
    }),
  );
}
