import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { type ReportState, reports } from "@/db/schema/moderation";
import type { Viewer } from "../core/auth/viewer-type";
import { authorize } from "../core/errors";
import { record } from "../core/events/record";
import { type Reported, tellReporters } from "./notices";
import { canOpenQueue, isAuthor } from "./policy";
import { findReportable } from "./reportable.queries";
import { canDismissReports, hasReported } from "./reports.policy";
import { isWaiting } from "./reports.queries";
import { findSubjects, holdSubject, type TakeDownKey } from "./take-down-subjects.queries";

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
 * Leaves a thing as it is that was reported; whoever reported it is told, with the words. Throws `notFound`,
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
    .select({ kind: reports.subjectType, id: reports.subjectId })
    .from(reports)
    .where(isOf)
    .limit(1);
  authorize(first !== undefined);
  // As who reports does: nobody joins a case that is being decided.
  await holdSubject(tx, first);
  const [subject = null] = await findSubjects(tx, viewer, first.kind, [first.id]);
  const told = await tx.select({ reporterId: reports.reporterId }).from(reports).where(isOf);
  const facts = { subject, reporterIds: told.map(({ reporterId }) => reporterId) };
  authorize(!subject || !isAuthor(viewer, subject), "notFound");
  authorize(!hasReported(viewer, facts.reporterIds), "notOnYourself");
  authorize(canDismissReports(viewer, facts), "moveNotAllowed");
  const closed = await closeReports(tx, "dismissed", isOf);
  authorize(closed.length > 0, "alreadyDecided");
  await record(tx, viewer, reportEvent("report.dismissed", caseId, { kind: first.kind }), {
    decision: { verdict: "refused", words },
    tell: tellReporters(first.kind, closed, words),
  });
}

/** What follows from a take-down: what waits of the thing is decided with it, and whoever reported it is told. */
export async function upholdReports(
  tx: Transaction,
  viewer: Viewer,
  key: TakeDownKey,
): Promise<void> {
  authorize(canOpenQueue(viewer));
  const closed = await closeReports(tx, "upheld", isOn(key));
  const [first] = closed;
  if (!first) return;
  await record(tx, viewer, reportEvent("report.upheld", first.caseId, { kind: key.kind }), {
    decision: { verdict: "approved" },
    tell: tellReporters(key.kind, closed),
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
  name: `report.${string}`,
  subjectId: string,
  data: { kind: TakenDownType; reasonCode?: string },
) => ({ name, subjectType: "report", subjectId, data }) as const;
