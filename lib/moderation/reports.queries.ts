import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Database, query } from "@/db/client";
import type { EntryKind, TakenDownType, Verdict } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { members } from "@/db/schema/members";
import { decisions, reports } from "@/db/schema/moderation";
import { isStaff, type Viewer } from "../core/auth/viewer-type";
import { noteReading } from "../core/events/note-reading";
import type { Locale } from "../core/i18n/locales";
import { getTranslator } from "../core/i18n/translator";
import { personName } from "../members/person-name";
import { nameColumns } from "../members/sight.queries";
import { APPEAL, readRulings } from "./appeals.queries";
import { calledAs } from "./called";
import { canOpenQueue } from "./policy";
import type { QueueItem } from "./queue-item";
import { readTitles } from "./reportable.queries";
import { canDismissReports, hasPartIn } from "./reports.policy";
import { findSubjects, readWords, type TakeDownKey } from "./take-down-subjects.queries";
import { onlyLanguage } from "./take-downs.queries";

/** Its word is no parameter: a prepared plan would do without the index, and no conflict would be found by it. */
export const isWaiting = sql`${reports.state} = 'open'`;

/** The kind of entry that a reported question stands below, whoever may still see it. */
export const reportedBelow = sql<EntryKind | null>`(select entries.kind from entry_questions
  join entries on entries.id = entry_id where entry_questions.id = ${reports.subjectId})`;

/** What is reported of oneself, or of what one answers for, is for the others of the team alone, with who said it. */
function isOfOthers({ accountId, memberId }: Viewer): SQL {
  const me = sql`${memberId}::uuid`;
  return sql`not coalesce(${reports.subjectId} = ${me}
    or exists (select from entries where entries.id = ${reports.subjectId}
      and (entries.owner_id = ${me} or ${accountId} = any(public.entry_keepers(entries.id))))
    or exists (select from activities where activities.id = ${reports.subjectId} and member_id = ${me})
    or exists (select from affiliations where organisation_id = ${reports.subjectId}
      and member_id = ${me} and role = 'manager')
    or exists (select from entry_questions asked where asked.id = ${reports.subjectId} and member_id = ${me})
    or exists (select from experience_opinions said where said.id = ${reports.subjectId} and member_id = ${me})
    or exists (select from room_updates where room_updates.id = ${reports.subjectId} and author_id = ${accountId})
    or exists (select from room_messages where room_messages.id = ${reports.subjectId} and author_id = ${accountId}),
    false)`;
}

/** What is reported, by the keys of cases; without what is the viewer's own. Empty for anybody but the club team. */
export async function listCases(viewer: Viewer, keys: string[]): Promise<Map<string, string>> {
  if (!canOpenQueue(viewer) || keys.length === 0) return new Map();
  const { caseId, subjectId } = reports;
  const rows = await query((db) =>
    db
      .selectDistinct({ caseId, subjectId })
      .from(reports)
      .where(and(inArray(caseId, keys), isOfOthers(viewer))),
  );
  return new Map(rows.map((row) => [row.caseId, row.subjectId]));
}

/** The cases of what such reports are about, as their keys; without what is the viewer's own. */
export const casesOf = (db: Database, viewer: Viewer, isAbout: SQL | undefined) =>
  db
    .select({ id: reports.caseId })
    .from(reports)
    .where(and(isAbout, isOfOthers(viewer)));

/** How many reported things wait for the viewer, of the club team. */
export const countWaitingReports = (viewer: Viewer, db: Database) =>
  db
    .select({ total: sql<number>`count(distinct ${reports.caseId})` })
    .from(reports)
    .where(and(isWaiting, isOfOthers(viewer)));

/** Those things, as the queue shows them: under each what it is and why it was reported. Empty for anybody else. */
export async function listReported(viewer: Viewer, locale: Locale): Promise<QueueItem[]> {
  if (!canOpenQueue(viewer)) return [];
  const waiting = await query((db) =>
    db
      .select({
        caseId: reports.caseId,
        kind: reports.subjectType,
        under: reportedBelow,
        id: reports.subjectId,
        since: reports.createdAt,
        reason: reports.reasonCode,
        reporterId: reports.reporterId,
      })
      .from(reports)
      .where(and(isWaiting, isOfOthers(viewer)))
      .orderBy(asc(reports.createdAt), asc(reports.id)),
  );
  const cases = new Map<string, typeof waiting>();
  for (const one of waiting) cases.set(one.caseId, [...(cases.get(one.caseId) ?? []), one]);
  const rows = [...cases.values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, said: [first, ...more] }] : [],
  );
  const found = await byKind(rows, (db, kind, ids) => findSubjects(db, viewer, kind, ids));
  const titles = await readTitles(viewer, found.flat(), locale);
  const appealed = rows.filter(({ reason }) => reason === APPEAL);
  const rulings = await byKind(appealed, readRulings);
  const takenDownBy = new Map(rulings.flatMap((ruled) => [...ruled]));
  const t = getTranslator(locale, "admin");
  return rows.map(({ caseId, kind, under, id, since, said }) => {
    const reasons = new Set(said.map(({ reason }) => reason));
    const why = [...reasons].map((reason) => reasonLabel(reason, locale));
    return {
      kind: "report",
      id: caseId,
      title: titles.get(id) ?? gone(locale),
      owner: [t("reports.about", { kind: calledAs(kind, under) }), ...why].join(" · "),
      submittedAt: since,
      isToRead: false,
      isOwn: hasPartIn(viewer, {
        reporterIds: said.map(({ reporterId }) => reporterId),
        takenDownBy: takenDownBy.get(id)?.takenDownBy ?? null,
      }),
      taker: null,
    };
  });
}

/** What is read of some things, once for each kind that is among them. */
const byKind = <Result>(
  things: readonly TakeDownKey[],
  read: (db: Database, kind: TakenDownType, ids: string[]) => Promise<Result>,
): Promise<Result[]> =>
  Promise.all(
    [...new Set(things.map(({ kind }) => kind))].map((kind) => {
      const ids = things.flatMap((one) => (one.kind === kind ? [one.id] : []));
      return query((db) => read(db, kind, ids));
    }),
  );

const reasonLabel = (reason: string, locale: Locale) =>
  reason === APPEAL
    ? getTranslator(locale, "admin")("reports.appeal")
    : referenceLabel("reasonsReport", reason, locale);

/** What is said of a thing that is not there any more. */
const gone = (locale: Locale): QueueItem["title"] => ({
  text: getTranslator(locale, "admin")("reports.gone"),
  lang: locale,
});

export type Reported = NonNullable<Awaited<ReturnType<typeof getReported>>>;

/**
 * What was reported, for the decision: `subject` is null once it is gone, `to` where it has no page of its own, `words` what it says where it has no page that the
 * club team reads, `decision` null as long as it waits. Null for anybody else, and for whom it is about.
 */
export async function getReported(viewer: Viewer, caseId: string, locale: Locale) {
  if (!isStaff(viewer)) return null;
  const { id, subjectType, subjectId, reasonCode, words, reporterId, createdAt } = reports;
  const rows = await query((db) =>
    db
      .select({
        ...{ id, subjectType, subjectId, reasonCode, words, reporterId, createdAt },
        ...nameColumns(viewer),
        locale: accounts.locale,
        under: reportedBelow,
      })
      .from(reports)
      .leftJoin(accounts, eq(accounts.id, reporterId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(reports.caseId, caseId), isOfOthers(viewer)))
      .orderBy(asc(createdAt), asc(id)),
  );
  const [first] = rows;
  if (!first) return null;
  noteReading(viewer, { name: "dossier.read", subjectType: "report", subjectId: caseId });
  const key = { kind: first.subjectType, id: first.subjectId };
  const [subject = null] = await query((db) => findSubjects(db, viewer, key.kind, [key.id]));
  const reporterIds = rows.map((row) => row.reporterId);
  const titles = await readTitles(viewer, subject ? [subject] : [], locale);
  const isAppeal = first.reasonCode === APPEAL;
  const ruling = isAppeal
    ? (await query((db) => readRulings(db, key.kind, [key.id]))).get(key.id)
    : null;
  const takenDownBy = ruling?.takenDownBy ?? null;
  return {
    ...key,
    caseId,
    called: calledAs(key.kind, first.under),
    /** Its author wants back what was taken down. */
    isAppeal,
    subject,
    title: titles.get(key.id) ?? gone(locale),
    words: subject ? await readQuoted(key) : null,
    /** Its page; nobody of the team is let into a room by a report. */
    to: subject && !IN_ROOMS.includes(key.kind) ? subject.to : null,
    isOwn: hasPartIn(viewer, { reporterIds, takenDownBy }),
    mayDismiss: canDismissReports(viewer, { subject, reporterIds, takenDownBy }),
    /** What those who hear of the decision read letters in; null where they differ, or nobody is written to. */
    language: onlyLanguage(rows.flatMap((row) => (row.locale ? [{ locale: row.locale }] : []))),
    decision: await getDecision(viewer, caseId, locale),
    reports: rows.map((row) => ({
      id: row.id,
      createdAt: row.createdAt,
      reason: reasonLabel(row.reasonCode, locale),
      words: row.words,
      by: row.reporterId ? personName(row, locale) : null,
    })),
  };
}

const QUOTED = ["question", "update", "message", "opinion"];
const IN_ROOMS = ["update", "message"];

const readQuoted = async (key: Parameters<typeof readWords>[1]): Promise<string | null> =>
  QUOTED.includes(key.kind) ? ((await query((db) => readWords(db, key)))[0] ?? null) : null;

async function getDecision(viewer: Viewer, caseId: string, locale: Locale) {
  const [row] = await query((db) =>
    db
      .select({
        verdict: decisions.verdict,
        words: decisions.words,
        at: decisions.decidedAt,
        ...nameColumns(viewer),
      })
      .from(decisions)
      .innerJoin(accounts, eq(accounts.id, decisions.decidedBy))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(decisions.subjectType, "report"), eq(decisions.subjectId, caseId)))
      .orderBy(desc(decisions.decidedAt))
      .limit(1),
  );
  if (!row) return null;
  const { verdict, words, at } = row;
  return { verdict: verdict as Verdict, words, at, by: personName(row, locale) };
}
