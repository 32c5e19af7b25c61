import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { duesDocuments, duesFees, duesYears } from "@/db/schema/dues";
import { members } from "@/db/schema/members";
import { isPresent } from "@/db/standing";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError, authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { record } from "@/lib/core/events/record";
import { listed } from "@/lib/core/i18n/word-list";
import { personName } from "@/lib/members/person-name";
import { formatAmount, MOST_CENTS } from "./amounts";
import { duesEvent } from "./dues-event";
import { duesIssuer } from "./issuer";
import { tellPayer } from "./notices";
import { isUncovered } from "./paid-until.queries";
import { addressee, type DuesPerson, listColleagues, lockDuesPeople } from "./people.queries";
import { CALLS_AT_ONCE, canBeCalled, canManageDues } from "./policy";

/**
 * Calls one member for the dues of a year, for themselves or for people of their organisation too. Without an amount (cents)
 * it is what the categories of all covered pay. Gives the call's key. Throws `notFound`, `duesNotCallable`, `duesNotColleague`,
 * `duesFeeMissing` and `amountTooHigh` on `amount`, `duesCovered` on `covers`.
 */
export async function callForDues(
  tx: Transaction,
  viewer: Viewer,
  input: {
    accountId: string;
    covers: readonly string[];
    year: number;
    amount: number | null;
    address: string;
  },
): Promise<{ id: string }> {
  authorize(canManageDues(viewer));
  const { accountId, covers, year, address } = input;
  const held = await lockDuesPeople(tx, viewer, [accountId, ...covers]);
  const payer = held.find((one) => one.accountId === accountId);
  authorize(payer !== undefined);
  authorize(canBeCalled(payer), "duesNotCallable");
  const near = new Set((await listColleagues(tx, accountId)).map((one) => one.accountId));
  const covered = held.filter((one) => covers.includes(one.accountId));
  const isFit = covered.length === covers.length && covered.every((one) => near.has(one.accountId));
  if (!isFit) throw new AppError("duesNotColleague", { field: "covers" });
  authorize(covered.every(canBeCalled), "duesNotCallable");
  const amountCents = input.amount ?? (await sumFees(tx, covered, year));
  if (amountCents === null) throw new AppError("duesFeeMissing", { field: "amount" });
  if (amountCents > MOST_CENTS) throw new AppError("amountTooHigh", { field: "amount" });
  const id = randomUUID();
  const taken = await cover(
    tx,
    covered.map((one) => [one.accountId, id]),
    year,
  );
  const isPaid = (one: DuesPerson) => (one.paidUntil ?? "") >= `${year}-12-31`;
  const rest = covered.filter((one) => isPaid(one) || !taken.includes(one.accountId));
  if (rest.length > 0) {
    const names = rest.map((one) => personName(one, viewer.locale));
    throw new AppError("duesCovered", {
      field: "covers",
      values: { names: listed(names, viewer.locale), count: rest.length, year },
    });
  }
  const asked = [{ id, payer, covered, amountCents, address }];
  for (const { event, tell } of await issueCalls(tx, viewer, year, asked)) {
    await record(tx, viewer, event, { tell });
  }
  return { id };
}

/**
 * Calls everybody of a category who is not covered for a year (`isUncovered`), each for themselves: `CALLS_AT_ONCE` at most. Of two who do it
 * at once each person is called by one; who has gone, has another category or has paid meanwhile is not. Gives how many. Throws `notFound`, `duesFeeMissing`.
 */
export async function callCategory(
  tx: Transaction,
  viewer: Viewer,
  input: { category: string; year: number },
): Promise<number> {
  authorize(canManageDues(viewer));
  const { category, year } = input;
  const [fee] = await tx
    .select({ amountCents: duesFees.amountCents })
    .from(duesFees)
    .where(and(eq(duesFees.category, category), eq(duesFees.year, year)));
  authorize(fee !== undefined, "duesFeeMissing");
  const isOpen = and(eq(members.category, category), isPresent(), isUncovered(year));
  const open = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(members, eq(members.accountId, accounts.id))
    .where(isOpen)
    .orderBy(accounts.id)
    .limit(CALLS_AT_ONCE);
  const ids = open.map(({ id }) => id);
  const people = (await lockDuesPeople(tx, viewer, ids, isOpen)).filter(canBeCalled);
  const { amountCents } = fee;
  const planned = people.map((payer) => {
    return { id: randomUUID(), payer, covered: [payer], amountCents, address: "" };
  });
  const pairs = planned.map(({ id, payer }) => [payer.accountId, id] as const);
  const taken = await cover(tx, pairs, year);
  const calls = planned.filter(({ payer }) => taken.includes(payer.accountId));
  for (const { event, tell } of await issueCalls(tx, viewer, year, calls)) {
    await record(tx, viewer, event, { tell });
  }
  return calls.length;
}

/** Keeps who is covered by which call; gives those who were not covered yet. */
async function cover(
  tx: Transaction,
  pairs: readonly (readonly [accountId: string, callId: string])[],
  year: number,
): Promise<string[]> {
  if (pairs.length === 0) return [];
  const rows = [...pairs].sort(([one], [other]) => (one < other ? -1 : 1));
  const kept = await tx
    .insert(duesYears)
    .values(rows.map(([accountId, callId]) => ({ accountId, callId, year })))
    .onConflictDoNothing()
    .returning({ accountId: duesYears.accountId });
  return kept.map(({ accountId }) => accountId);
}

type Call = {
  id: string;
  payer: DuesPerson;
  covered: DuesPerson[];
  amountCents: number;
  address: string;
};

/** Writes calls; gives what there is to record of each. */
async function issueCalls(tx: Transaction, viewer: Viewer, year: number, calls: Call[]) {
  if (calls.length === 0) return [];
  const issued = await tx
    .insert(duesDocuments)
    .values(
      calls.map(({ id, payer, covered, amountCents, address }) => ({
        ...{ id, kind: "call" as const, accountId: payer.accountId, year, amountCents },
        locale: payer.locale,
        issuedBy: viewer.accountId,
        snapshot: {
          issuer: duesIssuer(payer.locale),
          to: addressee(payer, address),
          covers: covered.map((one) => personName(one, payer.locale)),
        },
      })),
    )
    .returning({ id: duesDocuments.id, number: duesDocuments.number });
  const numbers = new Map(issued.map((one) => [one.id, one.number]));
  return calls.map(({ id, payer: { accountId }, amountCents }) => {
    const number = numbers.get(id) ?? "";
    const facts = {
      ...{ number, year: String(year), to: `/account/dues/${id}` },
      amount: inEachLanguage((locale) => formatAmount(amountCents, locale)),
    };
    const event = duesEvent("dues.called", accountId, { number, year });
    return { event, tell: tellPayer(accountId, facts) };
  });
}

/** What the categories of some people pay together for a year, in cents; null where one has no fee. */
async function sumFees(
  tx: Transaction,
  covered: readonly DuesPerson[],
  year: number,
): Promise<number | null> {
  const categories = covered.map(({ category }) => category);
  const rows = await tx
    .select({ category: duesFees.category, amountCents: duesFees.amountCents })
    .from(duesFees)
    .where(and(inArray(duesFees.category, categories), eq(duesFees.year, year)));
  const fees = new Map(rows.map((row) => [row.category, row.amountCents]));
  return categories.reduce<number | null>((sum, category) => {
    const fee = fees.get(category);
    return sum === null || fee === undefined ? null : sum + fee;
  }, 0);
}
