import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { query } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { openModeration, toldTitle } from "@/lib/entries/sight.queries";
import { canAcceptInterest, canDeclineInterest } from "./policy";
import { isOtherSide, isReceivedBy } from "./sight.queries";

/** An interest as somebody finds it who holds its letter and is not signed in. */
export type MailedInterest = NonNullable<Awaited<ReturnType<typeof getMailedInterest>>>;

/**
 * What the link of a letter shows of an interest that its account has received, and which of the two answers it may still
 * get; null for one that is not there any more. Nothing of who sent it or of what they wrote is even read.
 */
export async function getMailedInterest(holder: Viewer, interestId: string) {
  if (!isActiveMember(holder)) return null;
  const [row] = await query((db) =>
    db
      .select({
        id: interests.id,
        version: interests.version,
        state: interests.state,
        senderId: interests.memberId,
        ownerId: interests.receivedBy,
        senderStatus: accounts.status,
        isStillOwner: sql<boolean>`${entries.ownerId} = ${interests.receivedBy}`,
        moderation: openModeration,
        projectSlug: entries.slug,
        title: toldTitle(holder.memberId),
        originalLocale: entries.originalLocale,
      })
      .from(interests)
      .innerJoin(entries, eq(entries.id, interests.projectId))
      .innerJoin(members, isOtherSide(holder))
      .innerJoin(accounts, eq(accounts.id, members.accountId))
      .where(and(eq(interests.id, interestId), isReceivedBy(holder))),
  );
  if (!row) return null;
  const { senderId: _, ownerId: __, senderStatus: ___, isStillOwner, ...interest } = row;
  return {
    ...interest,
    canAccept: isStillOwner && canAcceptInterest(holder, row),
    canDecline: canDeclineInterest(holder, row),
  };
}
