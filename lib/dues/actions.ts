"use server";

import { accountAction, adminAction } from "@/lib/core/action";
import { setFees } from "./fees.mutations";
import { callCategory, callForDues } from "./mutations";
import { cancelDues, recordPayment } from "./payments.mutations";
import { askForDuesPdf } from "./pdf.mutations";
import {
  callCategoryInput,
  callInput,
  cancelDuesInput,
  duesPdfInput,
  feesInput,
  paymentInput,
} from "./schema";

export const setFeesAction = adminAction(feesInput, async (tx, viewer, input) => {
  await setFees(tx, viewer, input);
  return { redirectTo: `/admin/dues?year=${input.year}`, notice: "saved" };
});

export const callCategoryAction = adminAction(callCategoryInput, async (tx, viewer, input) => {
  await callCategory(tx, viewer, input);
  return { redirectTo: `/admin/dues?year=${input.year}`, notice: "duesCalled" };
});

export const callForDuesAction = adminAction(callInput, async (tx, viewer, input, context) => {
  const { id } = await callForDues(tx, { ...viewer, locale: context.locale }, input);
  return { redirectTo: `/admin/dues/${id}`, notice: "duesCalled" };
});

export const recordPaymentAction = adminAction(
  paymentInput,
  async (tx, viewer, input, { locale }) => {
    await recordPayment(tx, { ...viewer, locale }, input);
    return { redirectTo: `/admin/dues/${input.documentId}`, notice: "duesPaid" };
  },
);

export const cancelDuesAction = adminAction(cancelDuesInput, async (tx, viewer, input) => {
  const { callId } = await cancelDues(tx, viewer, input);
  return { redirectTo: `/admin/dues/${callId}`, notice: "duesCancelled" };
});

/** Back to where it was asked for: the payer's page of the document, or the club team's. */
export const askForDuesPdfAction = accountAction(
  duesPdfInput,
  async (tx, viewer, input, { request }) => {
    await askForDuesPdf(tx, viewer, input);
    const base = request.page?.startsWith("/admin/") ? "/admin/dues" : "/account/dues";
    return { redirectTo: `${base}/${input.documentId}`, notice: "duesPdfAsked" };
  },
);
