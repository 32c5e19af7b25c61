import "server-only";
import { and, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { cache } from "react";
import { query } from "@/db/client";
import { onlyIf } from "@/db/columns";
import { type MembershipStatus, SUBJECT_TYPES, type SubjectType, type Verdict } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { affiliations } from "@/db/schema/affiliations";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { organisations } from "@/db/schema/organisations";
import type { Read } from "@/db/together";
import { countWaitingClaims, listWaitingClaims } from "../affiliations/requests.queries";
import { countWaitingApplications, listWaitingApplications } from "../applications/vetting/queries";
import type { Viewer } from "../core/auth/viewer-type";
import type { Locale } from "../core/i18n/locales";
import { pickText } from "../core/i18n/localized-text";
import { personName } from "../members/person-name";
import { sightOf } from "../members/policy";
import { nameColumns, seen, seenOrganisation } from "../members/sight.queries";
import { listTakers } from "./desk.queries";
import {
  listSubmittedEntries,
  listSubmittedRevisions,
  listUnreadEntries,
} from "./dossiers.queries";
import { countPendingAccounts, listPendingAccounts } from "./pending.queries";
import { canOpenQueue } from "./policy";
import type { QueueItem } from "./queue-item";
import { dueFirst } from "./queue-order";
import { reasonListOf } from "./reason-lists";
import { countWaitingReports, listReported } from "./reports.queries";

/**
 * How many applications, pending accounts, requests about organisations, entries, revisions and reported things await the club team; 0 for
 * anybody but the club team. One statement for the header and the page it stands on.
 */
export const countWaiting = cache(async (viewer: Viewer | null): Promise<number> => {
  if (!canOpenQueue(viewer)) return 0;
  const [row] = await query((db) => {
    const counts = [
      countWaitingApplications(viewer, db),
      countPendingAccounts(db),
      countWaitingClaims(viewer, db),
      db.$count(entries, sql`${entries.moderation} = 'submitted'`),
      db.$count(entries, sql`${entries.unreadSince} is not null`),
      db.$count(entryRevisions, sql`${entryRevisions.state} = 'submitted'`),
      countWaitingReports(viewer, db),
    ];
    return db.execute<{ total: number }>(sql`select (${sql.join(counts, sql` + `)})::int as total`);
  });
  return row?.total ?? 0;
});

/** What awaits a decision, what is due first ahead. Empty for anybody but the club team. */
export async function listQueue(viewer: Viewer, locale: Locale): Promise<QueueItem[]> {
  const [applied, pending, claimed, fresh, unread, edited, reported, takers] = await Promise.all([
    listWaitingApplications(viewer, locale),
    listPendingAccounts(viewer, locale),
    listWaitingClaims(viewer),
    listSubmittedEntries(viewer),
    listUnreadEntries(viewer),
    listSubmittedRevisions(viewer),
    listReported(viewer, locale),
    listTakers(viewer, locale),
  ]);
  const asItem =
    (kind: QueueItem["kind"], isToRead = false) =>
    (row: Titled): QueueItem => ({
      kind,
      isToRead,
      id: row.id,
      title: pickText(row.title, locale, row.originalLocale) ?? untitled(locale),
      owner: personName({ ...row.owner, displayName: null }, locale),
      submittedAt: row.submittedAt ?? new Date(),
      isOwn: row.owner.accountId === viewer.accountId,
      taker: takers.get(row.id) ?? null,
    });
  const waiting = applied.map(
    ({ id, name, organisation, receivedAt, taker }): QueueItem => ({
      kind: "application",
      isToRead: false,
      id,
      title: { text: name, lang: null },
      owner: organisation,
      submittedAt: receivedAt,
      isOwn: false,
      taker,
    }),
  );
  const accountsPending = pending.map(
    ({ id, name, email, organisation, createdAt }): QueueItem => ({
      kind: "account",
      isToRead: false,
      id,
      title: { text: name || email, lang: null },
      owner: organisation ?? "",
      submittedAt: createdAt,
      isOwn: false,
      taker: takers.get(id) ?? null,
    }),
  );
  return dueFirst([
    ...waiting,
    ...accountsPending,
    ...claimed.map(asItem("claim")),
    ...fresh.map((entry) => asItem(entry.kind)(entry)),
    ...unread.map((entry) => asItem(entry.kind, true)(entry)),
    ...edited.map(asItem("revision")),
    ...reported,
  ]);
}

/** The same without the viewer's own, on which somebody else decides. */
export const listDecidable = async (viewer: Viewer, locale: Locale): Promise<QueueItem[]> =>
  (await listQueue(viewer, locale)).filter(({ isOwn }) => !isOwn);

type Titled = Pick<
  Awaited<ReturnType<typeof listSubmittedEntries>>[number],
  "id" | "title" | "originalLocale" | "owner" | "submittedAt"
>;

const untitled = (locale: Locale) => ({ text: "…", lang: locale });

export type Identity = {
  name: string;
  status: MembershipStatus;
  memberSlug: string | null;
  jobTitle: string | null;
  joinedOn: string | null;
  organisation: string | null;
  website: string | null;
  /** Registration numbers as declared: SIREN, VAT, Unified Social Credit Code. */
  numbers: { kind: "siren" | "vat" | "uscc"; value: string }[];
};

/** Who stands behind a text, as far as the person shows it to the club team. Null for anybody but the club team. */
export async function getIdentity(
  viewer: Viewer,
  accountId: string,
  locale: Locale,
): Promise<Identity | null> {
  if (!canOpenQueue(viewer)) return null;
  const sight = sightOf(viewer);
  const [row] = await query((db) =>
    db
      .select({
        status: accounts.status,
        memberSlug: members.slug,
        jobTitle: seen(sight, "jobTitle", members.jobTitle),
        joinedOn: members.joinedOn,
        organisation: seenOrganisation(sight, organisations.name),
        website: seenOrganisation(sight, organisations.website),
        siren: seenOrganisation(sight, organisations.siren),
        vat: seenOrganisation(sight, organisations.vat),
        uscc: seenOrganisation(sight, organisations.parentUscc),
        ...nameColumns(viewer),
      })
      .from(accounts)
      .leftJoin(members, eq(members.accountId, accounts.id))
      .leftJoin(affiliations, and(eq(affiliations.memberId, members.id), affiliations.isMain))
      .leftJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(eq(accounts.id, accountId)),
  );
  if (!row) return null;
  return {
    name: personName(row, locale),
    status: row.status,
    memberSlug: row.memberSlug,
    jobTitle: pickText(row.jobTitle, locale)?.text ?? null,
    joinedOn: row.joinedOn,
    organisation: pickText(row.organisation, locale)?.text ?? null,
    website: row.website,
    numbers: (["siren", "vat", "uscc"] as const).flatMap((kind) => {
      const value = row[kind];
      return value ? [{ kind, value }] : [];
    }),
  };
}

export type PastDecision = {
  id: string;
  verdict: Verdict;
  decidedAt: Date;
  decidedBy: string;
  /** Label of the coded reason in the reader's language. */
  reason: string | null;
  words: string | null;
  subjectType: SubjectType;
  subjectId: string;
  /** Title of the entry it was about; null for one that is a draft again, and when it was about the account. */
  title: string | null;
};

/** Every decision on a person: their applications, account, projects and revisions, newest first. Empty for anybody but the club team. */
export async function listDecisionsOn(
  viewer: Viewer,
  accountId: string,
  locale: Locale,
  read: Read = query,
): Promise<PastDecision[]> {
  if (!canOpenQueue(viewer)) return [];
  const rows = await read((db) =>
    db
      .select({
        id: decisions.id,
        verdict: decisions.verdict,
        decidedAt: decisions.decidedAt,
        reasonCode: decisions.reasonCode,
        words: decisions.words,
        subjectType: decisions.subjectType,
        subjectId: decisions.subjectId,
        kind: entries.entryKind,
        title: onlyIf(ne(entries.moderation, "draft"), entries.title),
        original: entries.originalLocale,
        ...nameColumns(viewer),
      })
      .from(decisions)
      .leftJoin(accounts, eq(accounts.id, decisions.decidedBy))
      .leftJoin(members, eq(members.accountId, decisions.decidedBy))
      .leftJoin(entryRevisions, eq(entryRevisions.id, decisions.subjectId))
      .leftJoin(
        entries,
        eq(entries.id, sql`coalesce(${entryRevisions.entryId}, ${decisions.subjectId})`),
      )
      .where(
        and(
          // The index begins with the kinds: all of them are said.
          inArray(decisions.subjectType, SUBJECT_TYPES),
          sql`${decisions.subjectId} in (${subjectsOf(accountId)})`,
        ),
      )
      .orderBy(desc(decisions.decidedAt)),
  );
  return rows.map(({ reasonCode, kind, title, original, ...row }) => {
    const list = reasonListOf(row.verdict, row.subjectType, kind);
    return {
      id: row.id,
      verdict: row.verdict,
      decidedAt: row.decidedAt,
      decidedBy: personName(row, locale),
      reason: reasonCode && list ? referenceLabel(list, reasonCode, locale) : null,
      words: row.words,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      title: pickText(title, locale, original ?? "fr")?.text ?? null,
    };
  });
}

/** Those of their address; before the first was approved there was no account. */
/** What may have been decided of a person, as one list of keys: conditions on several tables lead to no decision by an index. */
const subjectsOf = (accountId: string) => sql`
  select ${accountId}::uuid
  union select a.id from applications a join accounts own on own.email = a.email where own.id = ${accountId}
  union select e.id from entries e join members m on m.id = e.owner_id where m.account_id = ${accountId}
  union select r.id from entry_revisions r join entries e on e.id = r.entry_id join members m on m.id = e.owner_id
    where m.account_id = ${accountId}`;
