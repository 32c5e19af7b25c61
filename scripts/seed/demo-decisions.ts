import type { Transaction } from "@/db/client";
import { decisions } from "@/db/schema/moderation";
import type { Locale } from "@/lib/core/i18n/locales";
import { seedEvents } from "./demo-events";
import type { DemoDecision } from "./demo-files";

/** What later rows point to, by the demo's own slugs. */
export type DemoKeys = {
  accounts: Map<string, string>;
  members: Map<string, string>;
  organisations: Map<string, string>;
};

/** The id behind a slug of the demo. */
export function keyOf(ids: Map<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`unknown in the demo: ${slug}`);
  return id;
}

/** A demo decision as a row and as its event in the trail. */
export async function seedDecision(
  tx: Transaction,
  keys: DemoKeys,
  decision: DemoDecision,
  subject: { type: "account" | "project" | "application"; id: string; locale: Locale },
): Promise<void> {
  const decidedBy = keyOf(keys.accounts, decision.decidedBy);
  const decidedAt = new Date(decision.decidedAt);
  await tx.insert(decisions).values({
    subjectType: subject.type,
    subjectId: subject.id,
    verdict: decision.verdict,
    reasonCode: decision.reasonCode,
    words: decision.words?.[subject.locale] ?? null,
    decidedBy,
    decidedAt,
  });
  await seedEvents(tx, [
    {
      name: `${subject.type}.${decision.verdict}`,
      actorId: decidedBy,
      subjectType: subject.type,
      subjectId: subject.id,
      data: decision.reasonCode ? { reasonCode: decision.reasonCode } : {},
      createdAt: decidedAt,
    },
  ]);
}
