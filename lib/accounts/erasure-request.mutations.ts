import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { listFormerAddresses } from "./address.queries";
import { isLastAdministrator } from "./erasure-request.queries";
import { tellFormer } from "./notices";
import { canAskErasure, canWithdrawErasure, ERASURE_DAYS } from "./policy";
import { lockProven } from "./proof.queries";

/** Lyon's midnight after the days to think: the planned job erases on that day's morning. */
const DUE = sql`(date_trunc('day', now() at time zone 'Europe/Paris')
  + make_interval(days => ${ERASURE_DAYS + 1})) at time zone 'Europe/Paris'`;

/**
 * Asks for the erasure of one's account; a mail confirms the day, also to an address that may still come back. Nothing
 * changes until then.
 * Throws as `lockProven`, `lastAdministrator`, and `conflict` when it has been asked for already.
 */
export async function askErasure(
  tx: Transaction,
  viewer: Viewer,
  input: { currentPassword: string },
): Promise<void> {
  const { accountId } = viewer;
  const account = await lockProven(tx, viewer, input.currentPassword);
  authorize(canAskErasure(viewer, account), "conflict");
  if (await isLastAdministrator(tx, accountId)) throw new AppError("lastAdministrator");
  const [asked] = await tx
    .update(accounts)
    .set({ erasureDueAt: DUE })
    .where(and(eq(accounts.id, accountId), isNull(accounts.erasureDueAt)))
    .returning({ dueAt: accounts.erasureDueAt });
  const dueAt = asked?.dueAt;
  if (!dueAt) throw new AppError("conflict");
  const addresses = await listFormerAddresses(tx, accountId);
  const former = addresses.map((address) => ({ accountId, address }));
  const facts = { day: inEachLanguage((locale) => formatDay(dueAt, locale)), to: "/account" };
  const event = { name: "account.erasure-asked", ...about(accountId) };
  await record(tx, viewer, event, { tell: tellFormer(former, facts, { accountId }) });
}

/** Withdraws one's request while there is time. Throws `conflict` when there is none, or no longer. */
export async function withdrawErasure(
  tx: Transaction,
  owner: { accountId: string },
): Promise<void> {
  const { accountId } = owner;
  const { id, erasureDueAt } = accounts;
  const own = eq(id, accountId);
  const [account] = await tx
    .select({ id, erasureDueAt })
    .from(accounts)
    .where(own)
    .for("no key update");
  authorize(account !== undefined && canWithdrawErasure(owner, account), "conflict");
  await tx.update(accounts).set({ erasureDueAt: null }).where(own);
  await record(tx, owner, { name: "account.erasure-withdrawn", ...about(accountId) });
}

const about = (subjectId: string) => ({ subjectType: "account", subjectId }) as const;
