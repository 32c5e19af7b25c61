import "server-only";
import { and, desc, eq, gte, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { TakenDownType } from "@/db/enums";
import { reports, takeDowns } from "@/db/schema/moderation";

/** What stands among reports in the place of a reason (`reasonsReport`) where an author wants back what was taken down. */
export const APPEAL = "appeal";

export type Ruling = { takenDownBy: string; appealedAt: Date | null; isWaiting: boolean };

/** By key, who took down last what is of a kind, and whether its author has said since that they disagree. */
export async function readRulings(
  db: Reader,
  kind: TakenDownType,
  ids: readonly string[],
): Promise<Map<string, Ruling>> {
  if (ids.length === 0) return new Map();
  const isAppeal = and(
    eq(reports.subjectId, takeDowns.subjectId),
    eq(reports.reasonCode, APPEAL),
    gte(reports.createdAt, takeDowns.decidedAt),
  );
  const rows = await db
    .selectDistinctOn([takeDowns.subjectId], {
      id: takeDowns.subjectId,
      takenDownBy: takeDowns.decidedBy,
      appealedAt: reports.createdAt,
      state: reports.state,
    })
    .from(takeDowns)
    .leftJoin(reports, isAppeal)
    .where(
      and(
        eq(takeDowns.subjectType, kind),
        inArray(takeDowns.subjectId, [...ids]),
        eq(takeDowns.act, "taken-down"),
      ),
    )
    .orderBy(takeDowns.subjectId, desc(takeDowns.decidedAt), desc(reports.createdAt));
  return new Map(
    rows.map(({ id, state, ...ruling }) => [id, { ...ruling, isWaiting: state === "open" }]),
  );
}
