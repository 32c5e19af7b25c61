import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { type ReportState, reports } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import { authorize } from "../core/errors";
import { record } from "../core/events/record";
import { APPEAL, readRulings } from "./appeals.queries";
import { calledAs } from "./called";
import { type Reported, tellReporters } from "./notices";
import { canOpenQueue, isAuthor } from "./policy";
import { findReportable } from "./reportable.queries";
import { canAppeal, canDismissReports, hasPartIn } from "./reports.policy";
import { isWaiting, reportedBelow } from "./reports.queries";
import {
  findSubjects,
  holdSubject,
  type TakeDownKey,
  type TakenDownSubject,
} from "./take-down-subjects.queries";

const isOn = ({ kind, id }: TakeDownKey) =>
  and(eq(reports.subjectType, kind), eq(reports.subjectId, id));

/**
 * Tells the club team that something in sight of the viewer, null for a visitor, is wrong (`reasonsReport`). It joins what
 * waits of the same thing already; whoever reports it again says it anew. Gives its page. Throws `notFound`, also for
 * what is not open to them to report.
 */
export async function reportThing(
  tx: Transaction,
  viewer: Viewer | null,
  { reasonCode, words, ...key }: TakeDownKey & { reasonCode: string; words: string },
): Promise<{ to: string }> {
  await holdSubject(tx, key);
  const subject = await findReportable(tx, viewer, key);
  authorize(subject !== null);
  const [open] = await tx
    .select({ caseId: reports.caseId })
    .from(reports)
    .where(and(isOn(key), isWaiting))
    .limit(1);
  const caseId = open?.caseId ?? randomUUID();
  const said = { reasonCode, words: words || null };
  const thing = { subjectType: key.kind, subjectId: key.id };
  await tx
    .insert(reports)
    .values({ ...thing, ...said, caseId, reporterId: viewer?.accountId ?? null })
    .onConflictDoUpdate({
      target: [reports.subjectId, reports.reporterId],
      targetWhere: isWaiting,
      set: said,
    });
  await record(tx, viewer, reportEvent("report.made", caseId, { kind: key.kind, reasonCode }));
  return subject;
}

/**
 * Asks the club team to look again at what it took down, once each time; somebody else than who did decides. Gives its
 * page. Throws `notFound`, `alreadyDecided`, `moveNotAllowed`.
 */
export async function appealTakeDown(
  tx: Transaction,
  viewer: Viewer,
  { words, ...key }: TakeDownKey & { words: string },
): Promise<{ to: string }> {
  await holdSubject(tx, key);
  const [subject] = await findSubjects(tx, viewer, key.kind, [key.id]);
  authorize(subject !== undefined && isAuthor(viewer, subject));
  authorize(subject.isHidden, "alreadyDecided");
  const isAppealed = Boolean((await readRulings(tx, key.kind, [key.id])).get(key.id)?.appealedAt);
  authorize(canAppeal(viewer, subject, { isAppealed }), "moveNotAllowed");
  const caseId = randomUUID();
  await tx.insert(reports).values({
    ...{ caseId, subjectType: key.kind, subjectId: key.id },
    ...{ reasonCode: APPEAL, words, reporterId: viewer.accountId },
  });
  await record(tx, viewer, reportEvent("appeal.made", caseId, { kind: key.kind }));
  return subject;
}

/**
 * Leaves a thing as it is that was reported, or taken down and is wanted back; whoever said so is told, with the words. Throws `notFound`,
 * `notOnYourself`, `alreadyDecided`, `moveNotAllowed`.
 */
export async function dismissReports(
  tx: Transaction,
  viewer: Viewer,
  { caseId, words }: { caseId: string; words: string },
): Promise<void> {
  authorize(canOpenQueue(viewer));
  const isOf = eq(reports.caseId, caseId);
  const [first] = await tx
    .select({
      kind: reports.subjectType,
      id: reports.subjectId,
      reason: reports.reasonCode,
      under: reportedBelow,
    })
    .from(reports)
    .where(isOf)
    .limit(1);
  authorize(first !== undefined);
  // As who reports does: nobody joins a case that is being decided.
  await holdSubject(tx, first);
  const [subject = null] = await findSubjects(tx, viewer, first.kind, [first.id]);
  const told = await tx.select({ reporterId: reports.reporterId }).from(reports).where(isOf);
  const isAppeal = first.reason === APPEAL;
  const ruling = isAppeal ? (await readRulings(tx, first.kind, [first.id])).get(first.id) : null;
  const reporterIds = told.map(({ reporterId }) => reporterId);
  const facts = { subject, reporterIds, takenDownBy: ruling?.takenDownBy ?? null };
  authorize(!subject || !isAuthor(viewer, subject), "notFound");
  authorize(!hasPartIn(viewer, facts), "notOnYourself");
  authorize(canDismissReports(viewer, facts), "moveNotAllowed");
  const closed = await closeReports(tx, "dismissed", isOf);
  authorize(closed.length > 0, "alreadyDecided");
  const name = isAppeal ? "appeal.dismissed" : "report.dismissed";
  await record(tx, viewer, reportEvent(name, caseId, { kind: first.kind }), {
    decision: { verdict: "refused", words },
    tell: isAppeal
      ? tellReporters(APPEAL, closed, words, subject)
      : tellReporters(calledAs(first.kind, first.under), closed, words),
  });
}

/**
 * What follows from a take-down, or from showing a thing again (`appeal`): what waits of it is decided with it. Whoever reported it
 * is told; its author hears that they have it back.
 */
export async function upholdReports(
  tx: Transaction,
  viewer: Viewer,
  key: TakeDownKey & Pick<TakenDownSubject, "called">,
  about: "report" | "appeal",
): Promise<void> {
  authorize(canOpenQueue(viewer));
  const closed = await closeReports(tx, "upheld", isOn(key));
  const [first] = closed;
  if (!first) return;
  await record(tx, viewer, reportEvent(`${about}.upheld`, first.caseId, { kind: key.kind }), {
    decision: { verdict: "approved" },
    tell: about === "report" ? tellReporters(key.called, closed) : undefined,
  });
}

const closeReports = (
  tx: Transaction,
  state: ReportState,
  which: SQL | undefined,
): Promise<(Reported & { caseId: string })[]> =>
  tx.update(reports).set({ state }).where(and(which, isWaiting)).returning({
    caseId: reports.caseId,
    reporterId: reports.reporterId,
    createdAt: reports.createdAt,
  });

const reportEvent = (
  name: `${"report" | "appeal"}.${string}`,
  subjectId: string,
  data: { kind: TakenDownType; reasonCode?: string },
) => ({ name, subjectType: "report", subjectId, data }) as const;
