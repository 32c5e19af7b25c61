import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Role, Theme } from "@/db/enums";
import { referenceItem } from "@/db/reference/lists";
import { accounts } from "@/db/schema/accounts";
import { isAdministrator, type Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import { AppError, authorize } from "@/lib/core/errors";
import { inEachLanguage } from "@/lib/core/events/facts";
import { accountEvent, record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { openLink } from "@/lib/passwords/mutations";
import { endSessions } from "@/lib/sessions/mutations";
import type { Actor } from "@/lib/sessions/policy";
import { lockAccount, lockForDecision } from "./deciding.queries";
import { freeSeats } from "./free-seats";
import { keepingAnAdministrator } from "./last-administrator";
import { tellOwner } from "./notices";
import { heldStatement } from "./personal-data";
import {
  canChangeRole,
  canEndMembership,
  canLapseAccount,
  canReinstateAccount,
  canSuspendAccount,
  LEFT,
  openUntil,
} from "./policy";
import { type Behalf, lockAsked } from "./proof.queries";

const ADMINISTRATOR = { by: isAdministrator };

/** The language of one's mails and the look of the pages. */
export async function choosePreferences(
  tx: Transaction,
  viewer: Viewer,
  input: { locale: Locale; theme: Theme },
): Promise<void> {
  const own = await tx
    .update(accounts)
    .set(input)
    .where(eq(accounts.id, viewer.accountId))
    .returning({ id: accounts.id });
  authorize(own.length > 0);
  await record(tx, viewer, accountEvent("account.preferences-chosen", viewer.accountId, input));
}

/**
 * Closes the portal to an account, with a coded reason (`reasons-suspension`) and words where the reason asks for them.
 * Throws `notFound`, `notOnYourself`, `conflict`, `moveNotAllowed`, `notInList`, `wordsNeeded`, `lastAdministrator`.
 */
export async function suspendAccount(
  tx: Transaction,
  viewer: Viewer,
  input: { accountId: string; version: number; reasonCode: string; words: string },
): Promise<void> {
  const { accountId, reasonCode, words } = input;
  const { account, actor } = await lockForDecision(tx, viewer, input, ADMINISTRATOR);
  authorize(canSuspendAccount(actor, account), "moveNotAllowed");
  const reason = referenceItem("reasonsSuspension", reasonCode);
  if (!reason) throw new AppError("notInList", { field: "reasonCode" });
  if (reason.requiresText && !words) throw new AppError("wordsNeeded", { field: "words" });
  await changeAccount(tx, input, { status: "suspended" });
  await endSessions(tx, actor, { accountId });
  await freeSeats(tx, accountId);
  const told = { reason: { reason: reasonCode, list: "reasonsSuspension" }, words } as const;
  await record(tx, actor, accountEvent("account.suspended", accountId, { reasonCode }), {
    decision: { verdict: "suspended", reasonCode, words },
    tell: tellOwner(accountId, { ...told, to: "/account" }),
  });
}

/**
 * Notes that a membership has run out, as of today or the `day` of a job (`YYYY-MM-DD`): its person reads on and works in their rooms (`mayRead`), and after
 * `OPEN_DAYS` visitors no longer read what is theirs. Throws `notFound`, `notOnYourself`, `conflict`, `moveNotAllowed`,
 * `lastAdministrator`.
 */
export async function lapseAccount(
  tx: Transaction,
  by: Actor,
  input: { accountId: string; version: number; day?: string },
): Promise<void> {
  const { accountId, day = today() } = input;
  const { account, actor } =
    by === "portal"
      ? { account: await lockAccount(tx, input), actor: by }
      : await lockForDecision(tx, by, input, ADMINISTRATOR);
  authorize(canLapseAccount(actor, account), "moveNotAllowed");
  await changeAccount(tx, input, { status: "lapsed", lapsedOn: day });
  const until = inEachLanguage((locale) => formatDay(openUntil(day), locale));
  await record(tx, actor === "portal" ? null : actor, accountEvent("account.lapsed", accountId), {
    tell: tellOwner(accountId, { until, to: "/account" }),
  });
}

/**
 * Notes that a person has left; they are written to, with the words given, and their sessions end. It is final, so that
 * whoever notes it proves who they are. Throws as `lockAsked`, `moveNotAllowed`, `lastAdministrator`.
 */
export async function endMembership(
  tx: Transaction,
  viewer: Viewer,
  input: { of: Behalf; currentPassword: string; words: string },
): Promise<void> {
  const { of, words } = input;
  const { accountId } = of;
  const { account, actor } = await lockAsked(tx, viewer, input);
  authorize(canEndMembership(actor, account), "moveNotAllowed");
  await changeAccount(tx, of, LEFT);
  await endSessions(tx, actor, { accountId });
  await freeSeats(tx, accountId);
  const tell = tellOwner(accountId, { words, to: "/account" });
  await record(tx, actor, accountEvent("account.ended", accountId), { tell });
}

/**
 * Opens the portal again to a suspended or lapsed account.
 * Throws `notFound`, `notOnYourself`, `conflict`, `moveNotAllowed`.
 */
export async function reinstateAccount(
  tx: Transaction,
  viewer: Viewer,
  input: { accountId: string; version: number; words: string },
): Promise<void> {
  const { accountId, words } = input;
  const { account, actor } = await lockForDecision(tx, viewer, input, ADMINISTRATOR);
  authorize(canReinstateAccount(actor, account), "moveNotAllowed");
  await changeAccount(tx, input, { status: "active", lapsedOn: null, isOpen: true });
  const data = { from: account.status };
  await record(tx, actor, accountEvent("account.reinstated", accountId, data), {
    decision: { verdict: "reinstated", words },
    tell: tellOwner(accountId, { words, to: "/home" }),
  });
}

/**
 * Gives an account another role and ends its sessions.
 * Throws `notFound`, `notOnYourself`, `conflict`, `moveNotAllowed`, `lastAdministrator`.
 */
export async function changeRole(
  tx: Transaction,
  viewer: Viewer,
  input: { accountId: string; version: number; role: Role },
): Promise<void> {
  const { accountId, role: to } = input;
  const { account, actor } = await lockForDecision(tx, viewer, input, ADMINISTRATOR);
  authorize(canChangeRole(actor, account, to), "moveNotAllowed");
  if (account.role === to) return;
  await changeAccount(tx, input, { role: to });
  await endSessions(tx, actor, { accountId });
  const role = inEachLanguage((locale) => getTranslator(locale, "enums")(`role.${to}`));
  const data = { from: account.role, to };
  await record(tx, actor, accountEvent("account.role-changed", accountId, data), {
    tell: tellOwner(accountId, { role, to: "/sign-in" }),
  });
}

/**
 * Makes an active administrator without a password; gives the secret of their link (24 h).
 * Throws `conflict` when the address has an account.
 */
export async function createFirstAdministrator(tx: Transaction, email: string): Promise<string> {
  const [account] = await tx
    .insert(accounts)
    .values({ email, role: "administrator", status: "active", displayName: CLUB_TEAM })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  authorize(account !== undefined, "conflict");
  await record(tx, null, accountEvent("account.created", account.id, { role: "administrator" }));
  return openLink(tx, { accountId: account.id, purpose: "first-administrator" });
}

/**
 * Gives who never had an account one that nobody signs in to, for `eraseForGood`: what is found by their address goes with it, as
 * whom they applied, were invited or came to an event. Gives its key, the one asked for if there is one, null where nothing is
 * found. Throws `conflict` when the address has an account.
 */
export async function openForErasure(
  tx: Transaction,
  email: string,
  id?: string,
): Promise<string | null> {
  const [account] = await tx
    .insert(accounts)
    .values({ id, email, isBroughtIn: true })
    .onConflictDoNothing({ target: accounts.email })
    .returning({ id: accounts.id });
  authorize(account !== undefined, "conflict");
  const [row] = await tx.execute<{ held: boolean }>(heldStatement(account.id));
  if (!row?.held) {
    await tx.delete(accounts).where(eq(accounts.id, account.id));
    return null;
  }
  await record(tx, null, accountEvent("account.created", account.id, { role: "member" }));
  return account.id;
}

const CLUB_TEAM = { fr: "Équipe du club", en: "Club team", zh: "俱乐部工作人员" };

async function changeAccount(
  tx: Transaction,
  { accountId, version }: { accountId: string; version: number },
  values: Partial<Pick<typeof accounts.$inferSelect, "status" | "lapsedOn" | "isOpen" | "role">>,
): Promise<void> {
  const isUnchanged = and(eq(accounts.id, accountId), eq(accounts.version, version));
  const change = { ...values, version: version + 1 };
  await keepingAnAdministrator(() => tx.update(accounts).set(change).where(isUnchanged));
}
