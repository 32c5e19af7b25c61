import type { Transaction } from "@/db/client";
import { notices } from "@/db/schema/notices";
import type { ClubEvent, Telling } from "@/lib/core/events/record";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { DEMO } from "./demo-files";
import { daysAgo } from "./demo-times";

/** What happened longer ago was seen since. */
const SEEN_AFTER_DAYS = 4;
/** What happened longer ago is in no list any more worth looking at. */
export const TOLD_DAYS = 14;

type Told = ClubEvent & { daysAgo: number; tell: (event: ClubEvent) => readonly Telling[] };

/** What accounts were told of what happened these last days, as it would have been at its time; no letter is sent. */
export async function seedNotices(
  tx: Transaction,
  keys: DemoKeys,
  { daysAgo: days, tell, ...event }: Told,
): Promise<void> {
  const { subjectType, subjectId } = event;
  const isSeen = days > SEEN_AFTER_DAYS;
  const rows = tell(event).map(({ kind, to, facts = {} }) => ({
    ...{ kind, subjectType, subjectId, data: facts, accountId: accountOf(keys, to) },
    createdAt: daysAgo(days),
    seenAt: isSeen ? daysAgo(days - 1) : null,
  }));
  if (rows.length > 0) await tx.insert(notices).values(rows);
}

function accountOf(keys: DemoKeys, to: Recipient): string {
  if ("accountId" in to) return to.accountId;
  const slug = DEMO.members.find(
    (one) => "memberId" in to && keys.members.get(one.slug) === to.memberId,
  )?.slug;
  return keyOf(keys.accounts, slug ?? "");
}
