import "server-only";
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  inArray,
  isNull,
  notExists,
  or,
  sql,
} from "drizzle-orm";
import { type Database, query, type Transaction } from "@/db/client";
import { dayInLyon, isShown } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { outcomeFollowUps, projectOutcomes } from "@/db/schema/project-parts";
import { projects } from "@/db/schema/projects";
import { isActing } from "@/db/standing";
import type { StoredText } from "@/db/stored";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { factColumns } from "@/lib/entries/sight.queries";
import { CONCLUDED_KINDS, FOLLOW_UP_ANSWERS, FOLLOW_UP_MONTHS } from "./follow-ups";
import { canRecordOutcome } from "./policy";

const endedTalks = (db: Database | Transaction) =>
  db
    .select({ id: interests.id })
    .from(interests)
    .where(
      and(
        eq(interests.projectId, entries.id),
        inArray(interests.state, ["agreement", "no-agreement"]),
      ),
    );

/** Whether talks about a project have come to an end, with an agreement or without. */
export async function hasEndedTalks(tx: Transaction, projectId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(projects, eq(projects.id, entries.id))
    .where(and(eq(entries.id, projectId), exists(endedTalks(tx))));
  return row !== undefined;
}

export type OwnOutcome = NonNullable<Awaited<ReturnType<typeof getOwnOutcome>>>;

/**
 * What came of one of the viewer's own projects, with what was asked since; null for anybody else's. `outcome` is null
 * as long as nothing was said, `mayRecord` tells whether it can be.
 */
export async function getOwnOutcome(viewer: Viewer, slug: string) {
  if (!isSlug(slug)) return null;
  const [row] = await query((db) =>
    db
      .select({
        ...factColumns,
        id: entries.id,
        title: entries.title,
        originalLocale: entries.originalLocale,
        progress: projects.progress,
        hasEndedTalks: sql<boolean>`exists ${endedTalks(db)}`,
        outcomeId: projectOutcomes.id,
        agreementKind: projectOutcomes.agreementKind,
        words: projectOutcomes.words,
        isPublic: projectOutcomes.isPublic,
        recordedAt: projectOutcomes.recordedAt,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(projectOutcomes, eq(projectOutcomes.projectId, entries.id))
      .where(and(eq(entries.slug, slug), eq(accounts.id, viewer.accountId))),
  );
  if (!row) return null;
  const { id, title, originalLocale, outcomeId, agreementKind, words, isPublic, recordedAt } = row;
  const outcome =
    outcomeId && agreementKind && recordedAt
      ? { id: outcomeId, agreementKind, words, isPublic: isPublic === true, recordedAt }
      : null;
  return {
    id,
    slug,
    title,
    originalLocale,
    outcome,
    mayRecord: canRecordOutcome(viewer, row),
    followUps: outcome ? await listFollowUps(outcome.id) : [],
  };
}

export type FollowUp = Awaited<ReturnType<typeof listFollowUps>>[number];

async function listFollowUps(outcomeId: string) {
  const rows = await query((db) =>
    db
      .select({
        id: outcomeFollowUps.id,
        months: outcomeFollowUps.months,
        askedAt: outcomeFollowUps.askedAt,
        answer: outcomeFollowUps.answer,
        words: outcomeFollowUps.words,
      })
      .from(outcomeFollowUps)
      .innerJoin(projectOutcomes, eq(projectOutcomes.id, outcomeFollowUps.outcomeId))
      .where(and(eq(projectOutcomes.id, outcomeId), isConcluded))
      .orderBy(asc(outcomeFollowUps.months)),
  );
  return rows.map((row) => ({
    ...row,
    answer: FOLLOW_UP_ANSWERS.find((answer) => answer === row.answer) ?? null,
  }));
}

/**
 * How many agreements projects of the club have led to, for everybody alike: those that something was signed by and
 * whose owners let them be counted.
 */
export async function countAgreements(): Promise<number> {
  const [row] = await query((db) =>
    db
      .select({ total: count() })
      .from(projectOutcomes)
      .innerJoin(entries, eq(entries.id, projectOutcomes.projectId))
      .where(and(eq(projectOutcomes.isPublic, true), isConcluded, isShown(entries))),
  );
  return row?.total ?? 0;
}

/** An outcome by which something was signed, as it stands now: its owner may have corrected it. */
export const isConcluded = inArray(projectOutcomes.agreementKind, CONCLUDED_KINDS as string[]);

/** Outcomes of active owners with a question that is due on a day (`YYYY-MM-DD`) and was not asked, oldest first. */
export async function listDueOutcomes(day: string): Promise<string[]> {
  const recordedOn = dayInLyon(projectOutcomes.recordedAt);
  const isDue = (months: number) =>
    sql`${recordedOn} + make_interval(months => ${months}) <= ${day}::date`;
  const isAsked = (db: Database, months: number) =>
    db
      .select({ id: outcomeFollowUps.id })
      .from(outcomeFollowUps)
      .where(
        and(
          eq(outcomeFollowUps.outcomeId, projectOutcomes.id),
          // A later question stands for the earlier ones that were missed.
          sql`${outcomeFollowUps.months} >= ${months}`,
        ),
      );
  const rows = await query((db) =>
    db
      .select({ id: projectOutcomes.id })
      .from(projectOutcomes)
      .innerJoin(entries, eq(entries.id, projectOutcomes.projectId))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(
        and(
          isConcluded,
          isActing(),
          or(
            ...FOLLOW_UP_MONTHS.map((months) => and(isDue(months), notExists(isAsked(db, months)))),
          ),
        ),
      )
      .orderBy(asc(projectOutcomes.recordedAt), asc(projectOutcomes.id)),
  );
  return rows.map(({ id }) => id);
}

export type OpenOutcome = {
  slug: string;
  title: StoredText;
  originalLocale: Locale;
  /** What came of it, or how it goes since. */
  asks: "outcome" | "followUp";
};

/** The viewer's own projects of which it is to be said what came of them, or how it goes since; last changed first. */
export async function listOpenOutcomes(viewer: Viewer, read: Read = query): Promise<OpenOutcome[]> {
  const isAsked = (db: Database) =>
    db
      .select({ id: outcomeFollowUps.id })
      .from(outcomeFollowUps)
      .where(
        and(
          eq(outcomeFollowUps.outcomeId, projectOutcomes.id),
          isNull(outcomeFollowUps.answer),
          isConcluded,
        ),
      );
  const rows = await read((db) =>
    db
      .select({
        ...factColumns,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        progress: projects.progress,
        hasEndedTalks: sql<boolean>`exists ${endedTalks(db)}`,
        hasOutcome: sql<boolean>`${projectOutcomes.id} is not null`,
        isAsked: sql<boolean>`exists ${isAsked(db)}`,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoin(projectOutcomes, eq(projectOutcomes.projectId, entries.id))
      .where(eq(accounts.id, viewer.accountId))
      .orderBy(desc(entries.updatedAt)),
  );
  return rows
    .filter((row) => (row.hasOutcome ? row.isAsked : canRecordOutcome(viewer, row)))
    .map(({ slug, title, originalLocale, hasOutcome }) => ({
      slug,
      title,
      originalLocale,
      asks: hasOutcome ? "followUp" : "outcome",
    }));
}
