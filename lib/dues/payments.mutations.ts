import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { PaymentWay } from "@/db/enums";
import { duesDocuments, duesPdfs, duesYears } from "@/db/schema/dues";
import { reinstateAccount } from "@/lib/accounts/mutations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { formatAmount } from "./amounts";
import { findDuesDocument } from "./calls.queries";
import { duesEvent } from "./dues-event";
import { duesIssuer } from "./issuer";
import { tellPayer } from "./notices";
import { listDuesPeople, lockDuesPeople } from "./people.queries";
import { canCancelCall, canCancelReceipt, canManageDues, canPayCall } from "./policy";

/**
 * Notes that a call was paid, in whole: its receipt is issued, all whom it covers have paid for the year, and those of them
 * whose membership had lapsed are back. `paidOn` is a calendar day `YYYY-MM-DD`. Gives the receipt's key. Throws `notFound`,
 * `duesCallCancelled`, `duesPaidAlready`, `duesPaidInFuture` and `duesPaidBeforeCall` on `paidOn`.
 */
export async function recordPayment(
  tx: Transaction,
  viewer: Viewer,
  input: { documentId: string; paidOn: string; way: PaymentWay; reference: string },
): Promise<{ id: string }> {
  authorize(canManageDues(viewer));
  const { documentId, paidOn, way, reference } = input;
  const { document: call, covered } = await lockDuesDocument(tx, viewer, documentId);
  authorize(call.kind === "call");
  authorize(!call.isCancelled, "duesCallCancelled");
  authorize(canPayCall(viewer, call), "duesPaidAlready");
  if (paidOn > today()) throw new AppError("duesPaidInFuture", { field: "paidOn" });
  if (paidOn < call.issuedOn) {
    const day = formatDay(call.issuedOn, viewer.locale);
    throw new AppError("duesPaidBeforeCall", { field: "paidOn", values: { day } });
  }
  const { accountId, year, amountCents, locale, snapshot } = call;
  const [receipt] = await tx
    .insert(duesDocuments)
    .values({
      ...{ kind: "receipt", accountId, callId: call.id, year, amountCents, locale },
      ...{ paidOn, way, reference, issuedBy: viewer.accountId },
      snapshot: { ...snapshot, issuer: duesIssuer(locale) },
    })
    .returning({ id: duesDocuments.id, number: duesDocuments.number });
  authorize(receipt !== undefined);
  const { id, number } = receipt;
  await tx.update(duesYears).set({ receiptId: id }).where(eq(duesYears.callId, call.id));
  await bringBack(tx, viewer, covered);
  const facts = {
    ...{ number, year: String(year), to: `/account/dues/${id}` },
    amount: inEachLanguage((language) => formatAmount(amountCents, language)),
  };
  await record(tx, viewer, duesEvent("dues.paid", accountId, { number, year, way }), {
    tell: tellPayer(accountId, facts),
  });
  return { id };
}

/**
 * Takes back a call that was not paid, so that its people can be called again, or a receipt, so that its call is open again;
 * both by a document of their own. Whoever came back by a receipt stays in, and hears of their dues again before the clock
 * lets them lapse. Throws `notFound`, `duesPaidAlready`, `duesCancelledAlready`.
 */
export async function cancelDues(
  tx: Transaction,
  viewer: Viewer,
  input: { documentId: string; words: string },
): Promise<{ callId: string }> {
  authorize(canManageDues(viewer));
  const { document, covered } = await lockDuesDocument(tx, viewer, input.documentId);
  const { id, kind, accountId, year, amountCents, locale, snapshot } = document;
  authorize(kind !== "cancellation");
  const callId = document.callId ?? id;
  authorize(!document.isCancelled, "duesCancelledAlready");
  const mayCancel = kind === "call" ? canCancelCall : canCancelReceipt;
  authorize(mayCancel(viewer, document), "duesPaidAlready");
  const [cancellation] = await tx
    .insert(duesDocuments)
    .values({
      ...{ kind: "cancellation", accountId, callId, cancelsId: id, year, amountCents, locale },
      ...{ words: input.words, issuedBy: viewer.accountId },
      snapshot: { ...snapshot, issuer: duesIssuer(locale) },
    })
    .returning({ id: duesDocuments.id, number: duesDocuments.number });
  authorize(cancellation !== undefined);
  // Drawn again on request, with the word that it is cancelled.
  await tx.delete(duesPdfs).where(eq(duesPdfs.documentId, id));
  if (kind === "call") await tx.delete(duesYears).where(eq(duesYears.callId, id));
  else await tx.update(duesYears).set({ receiptId: null }).where(eq(duesYears.receiptId, id));
  const { number } = document;
  const facts = {
    ...{ number, year: String(year), words: input.words },
    to: `/account/dues/${cancellation.id}`,
  };
  const name = kind === "call" ? "dues.call-cancelled" : "dues.receipt-cancelled";
  const data = { number, by: cancellation.number, year };
  await record(tx, viewer, duesEvent(name, accountId, data), { tell: tellPayer(accountId, facts) });
  // The clock asks each one's own trail what was told them before.
  const others = kind === "receipt" ? covered.filter((one) => one !== accountId) : [];
  for (const other of others) await record(tx, viewer, duesEvent(name, other, data));
  return { callId };
}

/** A document with the people it covers, held: what became of it is read once nobody else can add to it. */
async function lockDuesDocument(tx: Transaction, viewer: Viewer, id: string) {
  const found = await findDuesDocument(tx, id);
  authorize(found !== null);
  const rows = await tx
    .select({ accountId: duesYears.accountId })
    .from(duesYears)
    .where(eq(duesYears.callId, found.callId ?? found.id));
  const covered = rows.map(({ accountId }) => accountId);
  await lockDuesPeople(tx, viewer, [found.accountId, ...covered]);
  const document = await findDuesDocument(tx, id);
  authorize(document !== null);
  return { document, covered };
}

/** Whose membership had lapsed, and who has paid until today or later, is back. */
async function bringBack(tx: Transaction, viewer: Viewer, covered: readonly string[]) {
  const day = today();
  for (const { accountId, status, version, paidUntil } of await listDuesPeople(tx, covered)) {
    if (status !== "lapsed" || paidUntil === null || paidUntil < day) continue;
    await reinstateAccount(tx, viewer, { accountId, version, words: "" });
  }
}
