import "server-only";
import { and, between, desc, eq, or, type SQL, sql } from "drizzle-orm";
import { cache } from "react";
import { type Database, query } from "@/db/client";
import { ownTable } from "@/db/entry-rows";
import type { RevisionState, SubjectType, Verdict } from "@/db/enums";
import { referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { entries, entryRevisions } from "@/db/schema/entries";
import { members } from "@/db/schema/members";
import { decisions } from "@/db/schema/moderation";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { isSlug } from "@/lib/core/text/slug";
import { columnsOf, type RowOf } from "./columns.queries";
import { contentOf } from "./content";
import { keysOfDraft } from "./draft-slug";
import type { ContentIn, EntryContent, Noun } from "./noun";
import { type EntryFacts, OPEN_REVISION_STATES, type OpenRevisionState } from "./policy";
import { factColumns, isOwnedBy } from "./sight.queries";
import { readStored } from "./stored-entry";

/** What the club team answered, in the reader's language: the sentence of the coded reason, then its own words. */
export type Answer = { verdict: Verdict; reason: string | null; words: string | null; at: Date };

/** One's own entry in any state, with its last edit and the club team's answers. */
export type OwnEntry<Content extends EntryContent = EntryContent> = Part<Content> &
  EntryFacts & {
    slug: string;
    submittedAt: Date | null;
    answer: Answer | null;
    /** The open edit. */
    revision: (Part<Content> & { state: OpenRevisionState; answer: Answer | null }) | null;
    /** The answer to the last edit, when that was refused. */
    refusal: Answer | null;
  };

type Part<Content> = {
  id: string;
  version: number;
  content: Content;
  stale: StaleMarks;
  updatedAt: Date;
};

/** The same with its columns. */
export type OwnOf<Of extends Noun> = OwnRow<Of> & OwnEntry<ContentIn<Of>>;

/** One of the viewer's own entries, or that they keep, with its columns, also at the address of its draft; null for anybody else's. */
export async function getOwnEntry<Of extends Noun>(
  viewer: Viewer,
  noun: Of,
  slug: string,
  locale: Locale,
): Promise<OwnOf<Of> | null> {
  const found = await getOwnRow(viewer, noun, slug);
  if (!found) return null;
  const { row, last, lastAnswer } = found;
  const fields: Of["fields"] = noun.fields;
  const content = contentOf(fields, row) as ContentIn<Of>;
  const state = OPEN_REVISION_STATES.find((open) => open === last?.state);
  const told = toAnswer(lastAnswer, noun, locale);
  const open =
    last && state
      ? { ...last, state, content: readStored(fields, last.content, content) as ContentIn<Of> }
      : null;
  return {
    ...row,
    content,
    answer: toAnswer(found.answer, noun, locale),
    revision: open && { ...open, answer: told },
    refusal: last?.state === "refused" ? told : null,
  };
}

const KEPT = [
  "id",
  "slug",
  "version",
  "ownerId",
  "stale",
  "provenance",
  "shownSectors",
  "shownPlaces",
  "updatedAt",
  "submittedAt",
] as const;

type OwnRow<Of extends Noun> = RowOf<Of, (typeof KEPT)[number]> & EntryFacts & { ownerId: string };

/** The same as it is kept, read once for all that a page shows of it. */
export const getOwnRow = cache(async <Of extends Noun>(viewer: Viewer, noun: Of, slug: string) => {
  if (!isSlug(slug)) return null;
  const own = ownTable(noun.kind);
  const [found] = await query((db) => {
    const last = lastRevision(db);
    const answer = lastAnswerTo(db, noun.kind, sql`${entries.id}`, "answer");
    const lastAnswer = lastAnswerTo(db, "revision", sql`${last.id}`, "last_answer");
    return db
      .select({
        row: { ...columnsOf(noun, KEPT), ...factColumns },
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
      .innerJoin(own, eq(own.id, entries.id))
      .leftJoin(members, eq(members.id, entries.ownerId))
      .leftJoin(accounts, eq(accounts.id, members.accountId))
      .leftJoinLateral(last, sql`true`)
      .leftJoinLateral(answer, sql`true`)
      .leftJoinLateral(lastAnswer, sql`true`)
      .where(and(isAt(slug), isOwnedBy(viewer)));
  });
  return found ? { ...found, row: found.row as unknown as OwnRow<Of> } : null;
});

/** At this address, or handed in since it was a draft at this one. */
function isAt(slug: string): SQL | undefined {
  const keys = keysOfDraft(slug);
  return or(eq(entries.slug, slug), keys ? between(entries.id, ...keys) : undefined);
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

const lastAnswerTo = (db: Database, subject: SubjectType, id: SQL, name: string) =>
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

function toAnswer(answered: Answered | null, { refusals }: Noun, locale: Locale): Answer | null {
  if (!answered) return null;
  const { reasonCode, ...answer } = answered;
  const list = answer.verdict === "refused" ? refusals : "reasonsChangesRequested";
  const reason = reasonCode ? referenceItem(list, reasonCode)?.message?.[locale] : null;
  return { ...answer, reason: reason ?? null };
}
