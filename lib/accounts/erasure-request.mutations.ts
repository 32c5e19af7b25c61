import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { holdTurn } from "@/db/turn";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { listFormerAddresses } from "./address.queries";
import { lockForDecision } from "./deciding.queries";
import { isLastAdministrator } from "./erasure-request.queries";
import { tellFormer, tellOwner } from "./notices";
import {
  canAskErasure,
  canAskErasureFor,
  canWithdrawErasure,
  canWithdrawErasureFor,
  ERASURE_DAYS,
} from "./policy";
import { type Behalf, lockAsked } from "./proof.queries";

/** Lyon's midnight after the days to think: the planned job erases on that day's morning. */
const DUE = sql`(date_trunc('day', now() at time zone 'Europe/Paris')
  + make_interval(days => ${ERASURE_DAYS + 1})) at time zone 'Europe/Paris'`;

/**
 * Asks for the erasure of one's account; a mail confirms the day, also to an address that may still come back. Nothing
 * changes until then. An administrator notes it `of` somebody who has asked elsewhere, with a `note` that says how.
 * Throws as `lockAsked`, `lastAdministrator`, and `conflict` when it has been asked for already.
 */
export async function askErasure(
  tx: Transaction,
  viewer: Viewer,
  input: { currentPassword: string; of?: Behalf; note?: string },
): Promise<void> {
  const { of, note } = input;
  const { account, actor } = await lockAsked(tx, viewer, input);
  const accountId = account.id;
  authorize(of ? canAskErasureFor(actor, account) : canAskErasure(actor, account), "conflict");
  if (account.role === "administrator") {
    // The trigger's lock, after the account's as there: of two who ask at once the second counts without the first.
    await holdTurn(tx, "keep_one_administrator");
    authorize(!(await isLastAdministrator(tx, accountId)), "lastAdministrator");
  }
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
  const personal = note ? { personal: { accountId, facts: { note } } } : {};
  const event = { name: "account.erasure-asked", ...about(accountId), ...personal };
  await record(tx, actor, event, { tell: tellFormer(former, facts, { accountId }) });
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

/** Calls off what was noted for somebody, who hears of it; their own wish is theirs alone to withdraw. Throws `notFound`, `notOnYourself`, `conflict`. */
export async function withdrawErasureFor(
  tx: Transaction,
  viewer: Viewer,
  of: Behalf,
): Promise<void> {
  const { account, actor } = await lockForDecision(tx, viewer, of, { by: isAdministrator });
  authorize(canWithdrawErasureFor(actor, account), "conflict");
  await tx.update(accounts).set({ erasureDueAt: null }).where(eq(accounts.id, account.id));
  const event = { name: "account.erasure-called-off", ...about(account.id) };
  await record(tx, actor, event, { tell: tellOwner(account.id, { to: "/account" }) });
}

const about = (subjectId: string) => ({ subjectType: "account", subjectId }) as const;
