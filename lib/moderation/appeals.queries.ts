import "server-only";
import { and, desc, eq, gte, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { reports, takeDowns } from "@/db/schema/moderation";

/** What stands among reports in the place of a reason (`reasonsReport`) where an author wants back what was taken down. */
export const APPEAL = "appeal";

export type Ruling = { takenDownBy: string; appealedAt: Date | null; isWaiting: boolean };

/** Of a take-down what its author has said since, if anything: joins `reports`, whose latest comes first by `LATEST`. */
export const isItsAppeal = and(
  eq(reports.subjectId, takeDowns.subjectId),
  eq(reports.reasonCode, APPEAL),
  gte(reports.createdAt, takeDowns.decidedAt),
);

export const isTakeDownOf = (kind: TakenDownType, ids: readonly string[]) =>
  and(
    eq(takeDowns.subjectType, kind),
    inArray(takeDowns.subjectId, [...ids]),
    eq(takeDowns.act, "taken-down"),
  );

export const LATEST = [takeDowns.subjectId, desc(takeDowns.decidedAt), desc(reports.createdAt)];

/** By key, who took down last what is of a kind, and whether its author has said since that they disagree. */
export async function readRulings(
  db: Reader,
  kind: TakenDownType,
  ids: readonly string[],
): Promise<Map<string, Ruling>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([takeDowns.subjectId], {
      id: takeDowns.subjectId,
      takenDownBy: takeDowns.decidedBy,
      appealedAt: reports.createdAt,
      state: reports.state,
    })
    .from(takeDowns)
    .leftJoin(reports, isItsAppeal)
    .where(isTakeDownOf(kind, ids))
    .orderBy(...LATEST);
  return new Map(
    rows.map(({ id, state, ...ruling }) => [id, { ...ruling, isWaiting: state === "open" }]),
  );
}
