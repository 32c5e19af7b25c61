import "server-only";
import { and, asc, gt, inArray, isNotNull, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { eventGuests, eventRegistrations } from "@/db/schema/registrations";
import type { Locale } from "@/lib/core/i18n/locales";
import type { Recipient } from "@/lib/core/mail/queue-mail";
import { guestPage, guestToken } from "./guest-link";
import { MOST_AT_ONCE } from "./registration-terms";

/** Whose party a registration is. */
export type PartyOf = { memberId: string | null; guestId: string | null };

/**
 * Who hears of each of some parties, in their order: a member by their account, a guest by letter alone, which leads to their own
 * page. Of a guest of whom nothing is kept any more nobody does.
 */
export async function recipientsByParty(
  tx: Transaction,
  parties: readonly PartyOf[],
): Promise<Recipient[][]> {
  const ids = parties.flatMap(({ guestId }) => guestId ?? []);
  const guests = ids.length > 0 ? await readGuests(tx, ids) : [];
  return parties.map(({ memberId, guestId }) => {
    if (memberId !== null) return [{ memberId }];
    const guest = guests.find(({ id }) => id === guestId);
    return guest ? [asRecipient(guest)] : [];
  });
}

/** The same of all of them together. */
export const recipientsOf = async (tx: Transaction, parties: readonly PartyOf[]) =>
  (await recipientsByParty(tx, parties)).flat();

/** The next of some parties in the order of their turns, behind one of them (`after`): as many as a job of the worker tells. */
export function nextParties(tx: Transaction, which: SQL | undefined, after: number) {
  const { id, memberId, guestId, queue, state, offeredUntil } = eventRegistrations;
  return tx
    .select({ id, memberId, guestId, queue, state, offeredUntil })
    .from(eventRegistrations)
    .where(and(which, gt(queue, after)))
    .orderBy(asc(queue))
    .limit(MOST_AT_ONCE);
}

type Guest = { id: string; name: string | null; email: string | null; locale: Locale };

const asRecipient = ({ id, name, email, locale }: Guest): Recipient => ({
  guestId: id,
  address: email ?? "",
  name: name ?? "",
  locale,
  to: guestPage(guestToken(id)),
});

function readGuests(tx: Transaction, ids: string[]): Promise<Guest[]> {
  const { id, name, email, locale } = eventGuests;
  return tx
    .select({ id, name, email, locale })
    .from(eventGuests)
    .where(and(inArray(id, ids), isNotNull(email)));
}
