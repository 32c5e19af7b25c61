import "server-only";
import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { duesDocuments, duesFees } from "@/db/schema/dues";
import { members } from "@/db/schema/members";
import { isPresent } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { personName } from "@/lib/members/person-name";
import { nameColumns } from "@/lib/members/sight.queries";
import { type CallState, callState } from "./call-state";
import { isCancelled, isPaid, issuedOn } from "./calls.queries";
import { isUncovered } from "./paid-until.queries";
import { missingInPdf } from "./pdf-characters";
import { addressee, type DuesPerson, listColleagues, listNextToCall } from "./people.queries";
import { canManageDues } from "./policy";
import { DUES_CATEGORIES } from "./schema";

export const CALLS_PER_PAGE = 24;

export type CategoryFee = {
  category: string;
  /** Null where the year has none. */
  amountCents: number | null;
  /** Its people who are there and not covered for the year. */
  uncalled: number;
};

/** What each category that has a fee pays for a year, in cents of a euro; whoever applies reads it too. */
export async function readFees(year: number): Promise<Record<string, number>> {
  const fees = await query((db) => feesOf(db, year));
  return Object.fromEntries(fees.map(({ category, amountCents }) => [category, amountCents]));
}

const feesOf = (db: Reader, year: number) =>
  db
    .select({ category: duesFees.category, amountCents: duesFees.amountCents })
    .from(duesFees)
    .where(eq(duesFees.year, year));

/** What each category pays for a year, and how many of it are not called yet. Empty for anybody but administrators. */
export async function listFees(viewer: Viewer, year: number): Promise<CategoryFee[]> {
  if (!canManageDues(viewer)) return [];
  const [fees, people] = await query((db) =>
    Promise.all([
      feesOf(db, year),
      db
        .select({ category: members.category, uncalled: count() })
        .from(accounts)
        .innerJoin(members, eq(members.accountId, accounts.id))
        .where(and(isPresent(), isUncovered(year)))
        .groupBy(members.category),
    ]),
  );
  return DUES_CATEGORIES.map((category) => ({
    category,
    amountCents: fees.find((fee) => fee.category === category)?.amountCents ?? null,
    uncalled: people.find((one) => one.category === category)?.uncalled ?? 0,
  }));
}

export type CallRow = {
  id: string;
  number: string;
  name: string;
  organisation: string;
  covered: number;
  amountCents: number;
  issuedOn: string;
  state: CallState;
};

const STATE_IS: Record<CallState, SQL> = {
  open: sql`not ${isPaid} and not ${isCancelled}`,
  paid: sql`${isPaid}`,
  cancelled: sql`${isCancelled}`,
};

/**
 * One page of a year's calls, newest first, with the number of all. Their payers are called as the reader's other lists call
 * them; as the call does once they have no name any more. Empty for anybody but administrators.
 */
export async function listCalls(
  viewer: Viewer,
  { year, state, page }: { year: number; state: CallState | null; page: number },
  locale: Locale,
): Promise<{ rows: CallRow[]; total: number }> {
  if (!canManageDues(viewer)) return { rows: [], total: 0 };
  const isCall = and(eq(duesDocuments.kind, "call"), eq(duesDocuments.year, year));
  const found = await query((db) =>
    db
      .select({
        id: duesDocuments.id,
        number: duesDocuments.number,
        snapshot: duesDocuments.snapshot,
        amountCents: duesDocuments.amountCents,
        issuedOn,
        isPaid,
        isCancelled,
        payer: nameColumns(viewer),
        total: sql<number>`(count(*) over ())::int`,
      })
      .from(duesDocuments)
      .innerJoin(accounts, eq(accounts.id, duesDocuments.accountId))
      .leftJoin(members, eq(members.accountId, accounts.id))
      .where(and(isCall, state ? STATE_IS[state] : undefined))
      .orderBy(desc(duesDocuments.createdAt), desc(duesDocuments.number))
      .limit(CALLS_PER_PAGE)
      .offset((page - 1) * CALLS_PER_PAGE),
  );
  const rows = found.map(({ snapshot: { to, covers }, ...row }) => ({
    ...{ id: row.id, number: row.number, amountCents: row.amountCents, issuedOn: row.issuedOn },
    ...{ name: personName(row.payer, locale) || to.name, organisation: to.organisation },
    covered: covers.length,
    state: callState(row),
  }));
  return { rows, total: found[0]?.total ?? 0 };
}

/** How a year's calls stand, counted and in cents. Zero for anybody but administrators. */
export async function sumCalls(viewer: Viewer, year: number) {
  const none = { open: 0, paid: 0, openCents: 0, paidCents: 0 };
  if (!canManageDues(viewer)) return none;
  const [sums] = await query((db) =>
    db
      .select({
        open: sql<number>`(count(*) filter (where ${STATE_IS.open}))::int`,
        paid: sql<number>`(count(*) filter (where ${isPaid}))::int`,
        openCents: sql<number>`coalesce(sum(amount_cents) filter (where ${STATE_IS.open}), 0)::float8`,
        paidCents: sql<number>`coalesce(sum(amount_cents) filter (where ${isPaid}), 0)::float8`,
      })
      .from(duesDocuments)
      .where(and(eq(duesDocuments.kind, "call"), eq(duesDocuments.year, year))),
  );
  return sums ?? none;
}

/** Whom one call to a member may cover: the member, and who shares an organisation with them. Empty for anybody but administrators. */
export async function listCallable(viewer: Viewer, accountId: string): Promise<DuesPerson[]> {
  if (!canManageDues(viewer)) return [];
  return query((db) => listColleagues(db, accountId));
}

/** What stands of a person on their documents, but for the postal address. */
const wordsOn = (one: DuesPerson) => [
  ...Object.values(addressee(one, "")),
  personName(one, one.locale),
];

/** Characters of some people's documents that a PDF cannot show. */
export const missingOf = (people: readonly DuesPerson[]): string[] =>
  missingInPdf(people.flatMap(wordsOn));

export type Undrawn = { names: string[]; characters: string[] };

/**
 * Of those whom one press calls for a year, in any category, whose PDF would lack characters, and which. Empty for anybody
 * but administrators.
 */
export async function listUndrawn(viewer: Viewer, year: number, locale: Locale): Promise<Undrawn> {
  if (!canManageDues(viewer)) return { names: [], characters: [] };
  const next = await query((db) => listNextToCall(db, year));
  const undrawn = next.filter((one) => missingOf([one]).length > 0);
  return { names: undrawn.map((one) => personName(one, locale)), characters: missingOf(undrawn) };
}
