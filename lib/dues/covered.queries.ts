import "server-only";
import { and, asc, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { duesDocuments, duesYears } from "@/db/schema/dues";
import { members } from "@/db/schema/members";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";

/** The most years that are told. */
const YEARS = 5;

/** A year whose dues stand on somebody else's call: whose, `""` where the reader sees no name, and whether it was paid. */
export type CoveredYear = { year: number; payer: string; isPaid: boolean };

/** The years of the viewer that a colleague is called for, newest first: they get no letter and no document of them. */
export async function listCoveredYears(viewer: Viewer, locale: Locale): Promise<CoveredYear[]> {
  const { accountId, year, callId, receiptId } = duesYears;
  const rows = await query((db) =>
    db
      .select({ year, isPaid: isNotNull(receiptId).mapWith(Boolean), payer: nameColumns(viewer) })
      .from(duesYears)
      .innerJoin(duesDocuments, eq(duesDocuments.id, callId))
      .innerJoin(accounts, eq(accounts.id, duesDocuments.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(eq(accountId, viewer.accountId), ne(duesDocuments.accountId, viewer.accountId)))
      .orderBy(desc(year))
      .limit(YEARS),
  );
  return rows.map(({ payer, ...row }) => ({
    ...row,
    payer: payer.isUnnamed ? "" : personName(payer, locale),
  }));
}

/** Whether the next dues of an account that has paid until a day `YYYY-MM-DD` stand on somebody else's call. */
export async function isOnColleaguesCall(
  tx: Transaction,
  account: string,
  until: string,
): Promise<boolean> {
  const { accountId, year, callId } = duesYears;
  const [next] = await tx
    .select({ payer: duesDocuments.accountId })
    .from(duesYears)
    .innerJoin(duesDocuments, eq(duesDocuments.id, callId))
    .where(and(eq(accountId, account), sql`make_date(${year}, 12, 31) > ${until}::date`))
    .orderBy(asc(year))
    .limit(1);
  return next !== undefined && next.payer !== account;
}
