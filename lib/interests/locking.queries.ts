import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { isHidden } from "@/db/columns";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { interests } from "@/db/schema/interests";
import { members } from "@/db/schema/members";
import { accountStanding } from "@/lib/core/auth/link-holder";
import { AppError } from "@/lib/core/errors";
import { openModeration, toldTitle } from "@/lib/entries/sight.queries";
import { openQuestion } from "./sight.queries";

export type LockedInterest = Awaited<ReturnType<typeof lockInterest>>;

/** An interest with its project and the accounts of both sides. Its row is locked. Throws `notFound`. */
export async function lockInterest(tx: Transaction, interestId: string) {
  const [row] = await tx
    .select({
      id: interests.id,
      version: interests.version,
      state: interests.state,
      stateAt: interests.stateAt,
      remindedDays: interests.remindedDays,
      shownSectors: interests.shownSectors,
      isSilenced: interests.isSilenced,
      senderMachineAt: interests.senderMachineAt,
      receiverMachineAt: interests.receiverMachineAt,
      contactEndedOn: interests.contactEndedOn,
      senderId: interests.memberId,
      projectId: entries.id,
      projectSlug: entries.slug,
      ownerId: interests.receivedBy,
      question: openQuestion,
      cooperation: interests.cooperation,
      moderation: openModeration,
      isHidden: isHidden(entries),
      title: entries.title,
      toldTitle: toldTitle(),
      originalLocale: entries.originalLocale,
      senderAccountId: accounts.id,
      senderStatus: accounts.status,
    })
    .from(interests)
    .innerJoin(entries, eq(entries.id, interests.projectId))
    .innerJoin(members, eq(members.id, interests.memberId))
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(interests.id, interestId))
    .for("no key update", { of: interests });
  if (!row) throw new AppError("notFound");
  const [owner] = await tx
    .select({ accountId: accounts.id, status: accounts.status, standing: accountStanding })
    .from(members)
    .innerJoin(accounts, eq(accounts.id, members.accountId))
    .where(eq(members.id, row.ownerId));
  if (!owner) throw new AppError("notFound");
  const { senderAccountId, senderStatus, ...interest } = row;
  const sender = { accountId: senderAccountId, status: senderStatus };
  return { ...interest, senderStatus, sender, owner };
}

/**
 * Keeps an interest's project as it is until the transaction ends. Called before the interest itself is locked, so that
 * whoever ends the project and whoever accepts an interest in it never wait for each other.
 */
export async function holdProject(tx: Transaction, interestId: string): Promise<void> {
  await tx
    .select({ id: entries.id })
    .from(entries)
    .innerJoin(interests, eq(interests.projectId, entries.id))
    .where(eq(interests.id, interestId))
    .for("share", { of: entries });
}
