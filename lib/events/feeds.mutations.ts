import "server-only";
import { and, eq, gte, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { calendarFeeds } from "@/db/schema/calendar-feeds";
import { mayRead } from "@/lib/core/auth/standing";
import { hashToken, newToken } from "@/lib/core/auth/tokens";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { canWithdrawFeed } from "./policy";

type Owner = Pick<Viewer, "accountId">;

const event = (name: "calendar.made" | "calendar.withdrawn", { accountId }: Owner) =>
  accountEvent(name, accountId);

/**
 * Gives the viewer's calendar an address, a new one in place of any before it, which opens nothing from then on. Answers its
 * secret, of which only the hash is kept. Throws `notFound` for who may not read.
 */
export async function makeFeed(tx: Transaction, viewer: Viewer): Promise<string> {
  authorize(mayRead(viewer));
  const token = newToken();
  const made = { tokenHash: hashToken(token), createdAt: sql`now()` };
  await tx
    .insert(calendarFeeds)
    .values({ accountId: viewer.accountId, ...made })
    .onConflictDoUpdate({ target: calendarFeeds.accountId, set: made });
  await record(tx, viewer, event("calendar.made", viewer));
  return token;
}

/** Takes the address back: it opens nothing any more; with `since` one made from then on alone. Without one nothing changes. Throws `notFound`. */
export async function withdrawFeed(tx: Transaction, owner: Owner, since?: Date): Promise<void> {
  const { accountId, createdAt } = calendarFeeds;
  const isIt = and(eq(accountId, owner.accountId), since && gte(createdAt, since));
  const [feed] = await tx
    .select({ accountId })
    .from(calendarFeeds)
    .where(isIt)
    .for("no key update");
  if (!feed) return;
  authorize(canWithdrawFeed(owner, feed));
  await tx.delete(calendarFeeds).where(isIt);
  await record(tx, owner, event("calendar.withdrawn", owner));
}
