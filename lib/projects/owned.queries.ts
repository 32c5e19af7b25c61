import "server-only";
import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, query } from "@/db/client";
import type { RevisionState, Verdict } from "@/db/enums";
import { type ReferenceList, referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import { projects } from "@/db/schema/projects";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";
import { OPEN_REVISION_STATES, type OpenRevisionState } from "@/lib/entries/policy";
import { factColumns } from "@/lib/entries/sight.queries";
import { contentOf, readContent } from "./project";
import { contentColumns } from "./sight.queries";

/** What the club team answered, in the reader's language: the sentence of the coded reason, then its own words. */
export type Answer = { verdict: Verdict; reason: string | null; words: string | null; at: Date };

export type OwnProject = NonNullable<Awaited<ReturnType<typeof getOwnProject>>>;

/**
 * One of the viewer's own projects in any state, with its last edit and the club team's answers; null for anybody
 * else's. `revision` is the open edit, `refusal` the answer to the last edit when that was refused.
 */
export async function getOwnProject(viewer: Viewer, slug: string, locale: Locale) {
  const found = await getOwnRow(viewer, slug);
  if (!found) return null;
  const { row, last, lastAnswer } = found;
  const content = contentOf(row);
  const state = OPEN_REVISION_STATES.find((open) => open === last?.state);
  const told = toAnswer(lastAnswer, locale);
  const open =
    last && state ? { ...last, state, content: readContent(last.content, content) } : null;
  return {
    ...row,
    content,
    answer: toAnswer(found.answer, locale),
    revision: open && { ...open, answer: told },
    refusal: last?.state === "refused" ? told : null,
  };
}

/** The same as it is kept, read once for all that a page shows of it. */
export const getOwnRow = cache(async (viewer: Viewer, slug: string) => {
  if (!isSlug(slug)) return null;
  const [found] = await query((db) => {
    const last = lastRevision(db);
    const answer = lastAnswerTo(db, "project", sql`${entries.id}`, "answer");
    const lastAnswer = lastAnswerTo(db, "revision", sql`${last.id}`, "last_answer");
    return db
      .select({
        row: {
          ...contentColumns,
          ...factColumns,
          shownSectors: entries.shownSectors,
          shownPlaces: entries.shownPlaces,
          id: entries.id,
          slug: entries.slug,
          version: entries.version,
          updatedAt: entries.updatedAt,
          submittedAt: entries.submittedAt,
          ownerId: members.id,
        },
        last: {
          id: last.id,
          state: last.state,
          content: last.content,
          stale: last.stale,
          version: last.version,
          updatedAt: last.updatedAt,
        },
        answer: answerColumns(answer),
        lastAnswer: answerColumns(lastAnswer),
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoinLateral(last, sql`true`)
      .leftJoinLateral(answer, sql`true`)
      .leftJoinLateral(lastAnswer, sql`true`)
      .where(and(eq(entries.slug, slug), eq(accounts.id, viewer.accountId)));
  });
  return found ?? null;
});

const isOpenRevision = inArray(entryRevisions.state, OPEN_REVISION_STATES);

export type OwnProjectRow = Awaited<ReturnType<typeof listOwnProjects>>[number];

/** All projects of the viewer, last changed first, with the state of the open edit, if any. */
export async function listOwnProjects(viewer: Viewer) {
  return query((db) =>
    db
      .select({
        id: entries.id,
        slug: entries.slug,
        title: entries.title,
        originalLocale: entries.originalLocale,
        profileType: projects.profileType,
        moderation: entries.moderation,
        progress: projects.progress,
        deadline: projects.deadline,
        updatedAt: entries.updatedAt,
        revision: sql<OpenRevisionState | null>`${entryRevisions.state}`,
      })
      .from(entries)
      .innerJoin(projects, eq(projects.id, entries.id))
      .innerJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(entryRevisions, and(eq(entryRevisions.entryId, entries.id), isOpenRevision))
      .where(eq(members.accountId, viewer.accountId))
      .orderBy(desc(entries.updatedAt)),
  );
}

const lastRevision = (db: Database) =>
  db
    .select({
      id: entryRevisions.id,
      state: sql<RevisionState>`${entryRevisions.state}`.as("state"),
      content: entryRevisions.content,
      stale: entryRevisions.stale,
      version: entryRevisions.version,
      updatedAt: entryRevisions.updatedAt,
    })
    .from(entryRevisions)
    .where(eq(entryRevisions.entryId, entries.id))
    .orderBy(desc(entryRevisions.createdAt))
    .limit(1)
    .as("last");

const lastAnswerTo = (db: Database, subject: "project" | "revision", id: SQL, name: string) =>
  db
    .select({
      verdict: decisions.verdict,
      reasonCode: decisions.reasonCode,
      words: decisions.words,
      decidedAt: decisions.decidedAt,
    })
    .from(decisions)
    .where(and(eq(decisions.subjectType, subject), eq(decisions.subjectId, id)))
    .orderBy(desc(decisions.decidedAt))
    .limit(1)
    .as(name);

const answerColumns = (answer: ReturnType<typeof lastAnswerTo>) => ({
  verdict: answer.verdict,
  reasonCode: answer.reasonCode,
  words: answer.words,
  at: answer.decidedAt,
});

type Answered = { verdict: Verdict; reasonCode: string | null; words: string | null; at: Date };

function toAnswer(answered: Answered | null, locale: Locale): Answer | null {
  if (!answered) return null;
  const { reasonCode, ...answer } = answered;
  const reason = reasonCode ? reasonSentence(answer.verdict, reasonCode, locale) : null;
  return { ...answer, reason };
}

function reasonSentence(verdict: Verdict, reasonCode: string, locale: Locale): string | null {
  const list: ReferenceList =
    verdict === "refused" ? "reasonsProjectRefusal" : "reasonsChangesRequested";
  return referenceItem(list, reasonCode)?.message?.[locale] ?? null;
}
