import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { isStaff, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { openLink } from "@/lib/passwords/mutations";
import { endSessions } from "@/lib/sessions/mutations";
import { lockForDecision } from "./deciding.queries";
import { tellOwner } from "./notices";
import { canDecideAccount } from "./policy";

type Asked = { accountId: string; version: number; words: string };

const PENDING = { by: isStaff, from: "pending" } as const;

/**
 * Opens the portal to a pending account and mails a link for the first sign-in.
 * Throws `notFound`, `notOnYourself`, `alreadyDecided`, `conflict`.
 */
export async function admitAccount(tx: Transaction, viewer: Viewer, input: Asked): Promise<void> {
  const { accountId, words } = input;
  const { account, actor } = await lockForDecision(tx, viewer, input, PENDING);
  authorize(canDecideAccount(actor, account));
  await setStatus(tx, input, "active");
  const token = await openLink(tx, { accountId, purpose: "first-sign-in" });
  const letter = () => ({ to: `/welcome?token=${token}` });
  const event = { name: "account.admitted", ...about(accountId) };
  await record(tx, actor, event, {
    decision: { verdict: "approved", words },
    tell: tellOwner(accountId, { words }, letter),
  });
}

/**
 * Says no to a pending account, with a reason of `reasonsApplicationRefusal` that the person reads in their language;
 * it keeps its own page and its data rights.
 * Throws as `admitAccount`, and `notInList`, `wordsNeeded`.
 */
export async function declineAccount(
  tx: Transaction,
  viewer: Viewer,
  input: Asked & { reasonCode: string },
): Promise<void> {
  const { accountId, words, reasonCode } = input;
  const { account, actor } = await lockForDecision(tx, viewer, input, PENDING);
  authorize(canDecideAccount(actor, account));
  const reason = referenceItem("reasonsApplicationRefusal", reasonCode);
  if (!reason) throw new AppError("notInList", { field: "refusalReason" });
  if (reason.requiresText && !words) throw new AppError("wordsNeeded", { field: "words" });
  await setStatus(tx, input, "left");
  await endSessions(tx, "portal", { accountId });
  const data = { applicationReason: reasonCode };
  const event = { name: "account.declined", ...about(accountId), data };
  const told = {
    reason: { reason: reasonCode, list: "reasonsApplicationRefusal" },
    words,
  } as const;
  await record(tx, actor, event, {
    decision: { verdict: "refused", reasonCode, words },
    tell: tellOwner(accountId, { ...told, to: "/account" }),
  });
}

const about = (subjectId: string) => ({ subjectType: "account", subjectId }) as const;

async function setStatus(
  tx: Transaction,
  { accountId, version }: Asked,
  status: "active" | "left",
): Promise<void> {
  await tx
    .update(accounts)
    .set({ status, version: version + 1 })
    .where(and(eq(accounts.id, accountId), eq(accounts.version, version)));
}
