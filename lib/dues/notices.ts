import type { Facts } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";

const NOTICES: NoticeTable<"payer"> = {
  "dues.called": { payer: "duesCalled" },
  "dues.paid": { payer: "duesReceived" },
  "dues.call-cancelled": { payer: "duesCallCancelled" },
  "dues.receipt-cancelled": { payer: "duesReceiptCancelled" },
  "dues.ending": { payer: "duesEndSoon" },
  "dues.over": { payer: "duesOver" },
};

/** What whoever pays hears of their dues. */
export const tellPayer = (accountId: string, facts: Facts) =>
  tellBy(NOTICES, { people: { payer: { accountId } }, facts });
