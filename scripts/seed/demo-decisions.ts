import type { Transaction } from "@/db/client";
import { decisions } from "@/db/schema/moderation";
import { recordEvent } from "@/lib/core/events/record-event";
import type { DemoDecision } from "./demo-files";

/** What later rows point to, by the demo's own slugs. */
export type DemoKeys = {
  accounts: Map<string, string>;
  members: Map<string, string>;
  organisations: Map<string, string>;
};

/** A demo decision as a row and as its event in the trail. */
export async function seedDecision(
  tx: Transaction,
  keys: DemoKeys,
  decision: DemoDecision,
  subject: { type: "account" | "project" | "revision"; id: string; locale: "fr" | "en" | "zh" },
): Promise<void> {
  const decidedBy = keys.accounts.get(decision.decidedBy);
  if (!decidedBy) throw new Error(`unknown demo account ${decision.decidedBy}`);
  await tx.insert(decisions).values({
    subjectType: subject.type,
    subjectId: subject.id,
    verdict: decision.verdict,
    reasonCode: decision.reasonCode,
    words: decision.words?.[subject.locale] ?? null,
    decidedBy,
    decidedAt: new Date(decision.decidedAt),
  });
  await recordEvent(
    tx,
    { accountId: decidedBy },
    {
      name: `${subject.type}.${decision.verdict}`,
      subjectType: subject.type,
      subjectId: subject.id,
      data: decision.reasonCode ? { reasonCode: decision.reasonCode } : {},
    },
  );
}
