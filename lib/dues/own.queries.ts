import "server-only";
import { desc, eq, type SQL, sql } from "drizzle-orm";
import { query } from "@/db/client";
import type { DuesKind } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { duesDocuments } from "@/db/schema/dues";
import type { StoredDuesSnapshot } from "@/db/stored";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type CallState, callState } from "./call-state";
import { isCancelled, isPaid, issuedOn } from "./calls.queries";
import { paidUntil } from "./paid-until.queries";
import { canReadDues } from "./policy";

/** Those of many years. */
const LISTED = 100;

export type DuesRow = {
  id: string;
  kind: DuesKind;
  number: string;
  year: number;
  amountCents: number;
  issuedOn: string;
  /** Of a receipt or a cancellation: null, but for one that was cancelled. */
  state: CallState | null;
};

/** The viewer's documents about dues, newest first, whatever their membership. */
export async function listOwnDues(viewer: Viewer): Promise<DuesRow[]> {
  return listDuesOf(viewer, viewer.accountId);
}

/** Those of an account, for itself and administrators; empty for anybody else. */
export async function listDuesOf(viewer: Viewer, accountId: string): Promise<DuesRow[]> {
  if (!canReadDues(viewer, { accountId })) return [];
  const rows = await query((db) =>
    db
      .select({
        id: duesDocuments.id,
        kind: duesDocuments.kind,
        number: duesDocuments.number,
        year: duesDocuments.year,
        amountCents: duesDocuments.amountCents,
        issuedOn,
        isPaid,
        isCancelled,
      })
      .from(duesDocuments)
      .where(eq(duesDocuments.accountId, accountId))
      .orderBy(desc(duesDocuments.createdAt), desc(duesDocuments.number))
      .limit(LISTED),
  );
  return rows.map(({ isPaid: paid, isCancelled: cancelled, ...row }) => ({
    ...row,
    state: stateOf(row.kind, { isPaid: paid, isCancelled: cancelled }),
  }));
}

function stateOf(kind: DuesKind, facts: { isPaid: boolean; isCancelled: boolean }) {
  if (kind === "call") return callState(facts);
  return facts.isCancelled ? "cancelled" : null;
}

/** Until when an account has paid, `YYYY-MM-DD`, for itself and administrators; null where nothing is known, and for anybody else. */
export async function getPaidUntil(viewer: Viewer, accountId: string): Promise<string | null> {
  if (!canReadDues(viewer, { accountId })) return null;
  const [row] = await query((db) =>
    db.select({ paidUntil }).from(accounts).where(eq(accounts.id, accountId)),
  );
  return row?.paidUntil ?? null;
}

export type DuesDocument = {
  id: string;
  kind: DuesKind;
  number: string;
  accountId: string;
  year: number;
  amountCents: number;
  locale: Locale;
  snapshot: StoredDuesSnapshot;
  paidOn: string | null;
  way: typeof duesDocuments.$inferSelect.way;
  reference: string;
  words: string;
  issuedOn: string;
  isPaid: boolean;
  isCancelled: boolean;
  /** What belongs to the same call, in the order of issue. */
  others: {
    id: string;
    kind: DuesKind;
    number: string;
    issuedOn: string;
    cancelsId: string | null;
  }[];
  cancelsId: string | null;
};

/** A document about dues, for its payer and administrators; null for anybody else, and where there is none. */
export async function getDuesDocument(viewer: Viewer, id: string): Promise<DuesDocument | null> {
  const isOwn = eq(duesDocuments.accountId, viewer.accountId);
  const mayRead = isAdministrator(viewer) ? sql`true` : isOwn;
  return readDuesDocument(id, mayRead);
}

/** The same for the worker, which draws it for whoever may read it. */
export async function readDuesDocument(
  id: string,
  mayRead: SQL = sql`true`,
): Promise<DuesDocument | null> {
  const [row] = await query((db) =>
    db
      .select({
        id: duesDocuments.id,
        kind: duesDocuments.kind,
        number: duesDocuments.number,
        accountId: duesDocuments.accountId,
        callId: duesDocuments.callId,
        cancelsId: duesDocuments.cancelsId,
        year: duesDocuments.year,
        amountCents: duesDocuments.amountCents,
        locale: duesDocuments.locale,
        snapshot: duesDocuments.snapshot,
        paidOn: duesDocuments.paidOn,
        way: duesDocuments.way,
        reference: duesDocuments.reference,
        words: duesDocuments.words,
        issuedOn,
        isPaid,
        isCancelled,
      })
      .from(duesDocuments)
      .where(sql`${eq(duesDocuments.id, id)} and ${mayRead}`),
  );
  if (!row) return null;
  const { callId, ...document } = row;
  const call = callId ?? id;
  const family = await query((db) =>
    db
      .select({
        id: duesDocuments.id,
        kind: duesDocuments.kind,
        number: duesDocuments.number,
        issuedOn,
        cancelsId: duesDocuments.cancelsId,
      })
      .from(duesDocuments)
      .where(sql`${call} in (${duesDocuments.id}, ${duesDocuments.callId})`)
      .orderBy(duesDocuments.createdAt, duesDocuments.number),
  );
  return { ...document, others: family.filter((one) => one.id !== id) };
}
