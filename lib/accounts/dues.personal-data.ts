import { gone, hidden, kept, rule, type TableRule } from "./columns.personal-data";
import { byAccount } from "./rows.personal-data";

/**
 * Dues: calls and receipts stay after an erasure, as the books they belong to do, until the sweep takes them away
 * (`CLUB_DUES_KEEP_YEARS`); who is covered until when goes with the person.
 */
export const DUES_DATA: Record<string, TableRule> = {
  dues_years: {
    rows: byAccount,
    columns: {
      ...rule(["year", "call_id", "receipt_id"], gone),
      account_id: hidden,
    },
  },
  // Drawn from the rows below; they go together.
  dues_pdfs: {
    rows: null,
    columns: rule(["document_id", "content", "drawn_at", "created_at"], {
      isExported: false,
      erasure: "stays",
    }),
  },
  dues_documents: {
    rows: byAccount,
    columns: {
      ...rule(["id", "kind", "number", "call_id", "cancels_id", "year", "amount_cents"], kept),
      ...rule(["locale", "snapshot", "paid_on", "way", "reference", "words", "created_at"], kept),
      ...rule(["account_id", "issued_by"], { isExported: false, erasure: "stays" }),
    },
  },
  dues_fees: { rows: null, columns: rule(["category", "year", "amount_cents"], "impersonal") },
  dues_numbers: { rows: null, columns: rule(["kind", "year", "last"], "impersonal") },
};
