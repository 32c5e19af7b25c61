import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query, type Transaction, transaction } from "@/db/client";
import { outcomeFollowUps, projectOutcomes } from "@/db/schema/project-parts";
import { mayAct } from "@/lib/core/auth/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { oneByOne } from "@/lib/core/jobs/one-by-one";
import type { Counts } from "@/lib/core/jobs/planned-task";
import { entryEvent } from "@/lib/entries/entry-event";
import { ownsEntry } from "@/lib/entries/policy";
import { lockProject } from "../locked.queries";
import { dueMonths, type FollowUpAnswer, needsWords } from "./follow-ups";
import { tellOfFollowUp } from "./notices";
import { canAnswerFollowUp, canRecordOutcome } from "./policy";
import { hasEndedTalks, isConcluded, listDueOutcomes } from "./queries";

type Outcome = {
  projectId: string;
  /** The kind the form was opened on; empty for the first time. */
  before: string;
  agreementKind: string;
  words: string;
  /** Whether it may be counted in public figures. */
  isPublic: boolean;
};

/**
 * The owner says what came of a project, by a kind of `agreementKinds`; once, and corrects it later. Throws `notFound`,
 * `moveNotAllowed`, `conflict` when it has been said otherwise meanwhile, and `wordsNeeded` on `words`.
 */
export async function recordOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: Outcome,
): Promise<{ slug: string }> {
  const { projectId, before, agreementKind, words, isPublic } = input;
  const { project, facts } = await lockOwn(tx, viewer, projectId);
  authorize(canRecordOutcome(viewer, facts), "moveNotAllowed");
  if (needsWords(agreementKind) && words === "") {
    throw new AppError("wordsNeeded", { field: "words" });
  }
  const isThis = eq(projectOutcomes.projectId, projectId);
  const [known] = await tx
    .select({ agreementKind: projectOutcomes.agreementKind })
    .from(projectOutcomes)
    .where(isThis);
  authorize((known?.agreementKind ?? "") === before, "conflict");
  const values = { agreementKind, words: words || null, isPublic };
  await (known
    ? tx.update(projectOutcomes).set(values).where(isThis)
    : tx.insert(projectOutcomes).values({ ...values, projectId, recordedBy: viewer.accountId }));
  const name = known ? "outcome-corrected" : "outcome-recorded";
  await record(tx, viewer, entryEvent(project, name, { agreementKind, isPublic }));
  return project;
}

/** The owner answers how what was signed goes, and may change the answer. Throws `notFound`. */
export async function answerFollowUp(
  tx: Transaction,
  viewer: Viewer,
  input: { followUpId: string; answer: FollowUpAnswer; words: string },
): Promise<{ slug: string }> {
  const { followUpId, answer, words } = input;
  const isThis = eq(outcomeFollowUps.id, followUpId);
  const [asked] = await tx
    .select({
      outcomeId: projectOutcomes.id,
      projectId: projectOutcomes.projectId,
      months: outcomeFollowUps.months,
    })
    .from(outcomeFollowUps)
    .innerJoin(projectOutcomes, eq(projectOutcomes.id, outcomeFollowUps.outcomeId))
    .where(isThis);
  if (!asked) throw new AppError("notFound");
  const { project, facts } = await lockOwn(tx, viewer, asked.projectId);
  const isAsked = (await findConcluded(tx, asked.outcomeId)) !== undefined;
  authorize(canAnswerFollowUp(viewer, facts, { isAsked }));
  await tx
    .update(outcomeFollowUps)
    .set({ answer, words: words || null, answeredAt: sql`now()` })
    .where(isThis);
  const data = { months: asked.months, answer };
  await record(tx, viewer, entryEvent(project, "follow-up-answered", data));
  return project;
}

/**
 * Asks the owners of projects that led to an agreement, 6 and 12 months after they said so, how it goes: each question
 * once, as it stands on a calendar day `YYYY-MM-DD` in Lyon. Of two that are due only the later is asked.
 */
export async function askFollowUps(day: string): Promise<Counts> {
  const due = await listDueOutcomes(day);
  const { done, failed } = await oneByOne(
    "ask-follow-ups",
    due,
    (outcomeId) =>
      transaction(async (tx) => {
        const outcome = await findConcluded(tx, outcomeId);
        const months = outcome && dueMonths(today(outcome.recordedAt), day);
        if (!outcome || !months) return false;
        const project = await lockProject(tx, outcome.projectId);
        authorize(mayAct({ status: project.ownerStatus }));
        // Another worker that was here first has asked.
        const [asked] = await tx
          .insert(outcomeFollowUps)
          .values({ outcomeId, months })
          .onConflictDoNothing()
          .returning({ id: outcomeFollowUps.id });
        if (!asked) return false;
        await record(tx, null, entryEvent(project, "follow-up-asked", { months }), {
          tell: tellOfFollowUp(project, months),
        });
        return true;
      }),
    { day, countAll: countOutcomes },
  );
  return { asked: done, failed };
}

const countOutcomes = (): Promise<number> => query((db) => db.$count(projectOutcomes));

async function findConcluded(tx: Transaction, outcomeId: string) {
  const [outcome] = await tx
    .select({ projectId: projectOutcomes.projectId, recordedAt: projectOutcomes.recordedAt })
    .from(projectOutcomes)
    .where(and(eq(projectOutcomes.id, outcomeId), isConcluded));
  return outcome;
}

async function lockOwn(tx: Transaction, viewer: Viewer, projectId: string) {
  const project = await lockProject(tx, projectId);
  authorize(ownsEntry(viewer, project) && mayAct(viewer));
  const facts = { ...project, hasEndedTalks: await hasEndedTalks(tx, projectId) };
  return { project, facts };
}
