import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Until when the account of a row has paid: to the end of the last year with a receipt that stands, or as a file of people said. */
export const paidUntil: SQL<string | null> = sql<string | null>`greatest(accounts.paid_until,
  (select make_date(max(y.year), 12, 31) from dues_years y
    where y.account_id = accounts.id and y.receipt_id is not null))`;

/**
 * Whether nobody has called the account of a row for a year, nor have they paid beyond it, as a file of people said. Whose
 * receipt of it was cancelled is called by name alone: the money was given back.
 */
export const isUncovered = (year: number) => sql`(not exists (
  select from dues_years y where y.account_id = accounts.id and y.year = ${year})
  and not exists (select from audit_events e where e.subject_type = 'account' and e.subject_id = accounts.id
    and e.name = 'dues.receipt-cancelled' and e.data ->> 'year' = ${String(year)})
  and coalesce(accounts.paid_until < make_date(${year}, 12, 31), true))`;
