import { and, eq, isNull } from "drizzle-orm";
import { query, type Transaction, transaction } from "./client";
import { accounts } from "./schema/accounts";
import { activities } from "./schema/activities";
import { consents } from "./schema/consents";
import { members } from "./schema/members";
import { organisations } from "./schema/organisations";

/** Something that changes what lists show, in a transaction. */
export type Act = (tx: Transaction) => PromiseLike<unknown>;

const all = (acts: Act[]) => async (tx: Transaction) => {
  for (const act of acts) await act(tx);
};

/** In one transaction as the portal's are: one that lost a deadlock is tried again. */
export const saveAgain = (...acts: Act[]) => transaction(all(acts));

/** In one transaction, which is not tried again: a deadlock is a fault. */
export const save = (...acts: Act[]) => query((db) => db.transaction(all(acts)));

/** Changes columns of one activity, as an act to save. */
export const setActivity =
  (id: string, values: Partial<typeof activities.$inferInsert>): Act =>
  (tx) =>
    tx.update(activities).set(values).where(eq(activities.id, id));

/** Changes columns of one member, as an act to save. */
export const setMember =
  (id: string, values: Partial<typeof members.$inferInsert>): Act =>
  (tx) =>
    tx.update(members).set(values).where(eq(members.id, id));

/** Changes columns of one organisation, as an act to save. */
export const setOrganisation =
  (id: string, values: Partial<typeof organisations.$inferInsert>): Act =>
  (tx) =>
    tx.update(organisations).set(values).where(eq(organisations.id, id));

/** Suspends an account, or makes it active again. */
export const setStatus =
  (id: string, status: "active" | "suspended"): Act =>
  (tx) =>
    tx.update(accounts).set({ status }).where(eq(accounts.id, id));

/** Out of the directory. */
export function leave(accountId: string): Act {
  const { purpose, withdrawnAt } = consents;
  const isLiving = and(eq(purpose, "members-directory"), isNull(withdrawnAt));
  const living = and(eq(consents.accountId, accountId), isLiving);
  return (tx) => tx.update(consents).set({ withdrawnAt: new Date() }).where(living);
}
const agreed = (accountId: string) =>
  ({ accountId, purpose: "members-directory", textVersion: 1, locale: "fr" }) as const;

/** Puts an account's member in the directory, by its consent; nothing changes for one that is there. */
export const enter =
  (accountId: string): Act =>
  (tx) =>
    tx.insert(consents).values(agreed(accountId)).onConflictDoNothing();
