import "server-only";
import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { spendOnCommit } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { today } from "@/lib/core/dates";
import { authorize } from "@/lib/core/errors";
import { accountEvent, record } from "@/lib/core/events/record";
import { queueJob } from "@/lib/core/mail/queue-job";
import type { Bringer } from "@/lib/imports/bringer";
import { importEvent } from "@/lib/imports/import-event";
import { canBringIn } from "@/lib/imports/policy";
import { openLink } from "@/lib/passwords/mutations";
import { tellArrival } from "./notices";
import { canComeIn, canRemind, canSendLink } from "./policy";
import { arrivalColumns, withDay } from "./queries";
import { isArrival, isBroughtBy, isRemindable } from "./waiting.queries";

/** Mails a person their link; an older one no longer works. Throws `notFound`, `tooManyRequests`. */
export async function sendLink(
  tx: Transaction,
  viewer: Viewer,
  { accountId }: { accountId: string },
): Promise<void> {
  const arrival = await lockOne(tx, accountId);
  authorize(arrival !== null && canSendLink(viewer, arrival));
  await spendOnCommit(tx, "mailedLink", accountId);
  const tell = await newLink(tx, arrival, today());
  await record(tx, viewer, accountEvent("account.invited", accountId), { tell });
}

/** Makes a link to hand over otherwise; an older one no longer works. Gives its secret, once. Throws `notFound`. */
export async function copyLink(
  tx: Transaction,
  viewer: Viewer,
  { accountId }: { accountId: string },
): Promise<string> {
  const arrival = await lockOne(tx, accountId);
  authorize(arrival !== null && canSendLink(viewer, arrival));
  const { token } = await freshLink(tx, arrival, today());
  await record(tx, viewer, accountEvent("account.link-copied", accountId));
  return token;
}

/**
 * Makes a link for who has signed in with a code sent to their address and has not come in; gives its secret. Throws
 * `moveNotAllowed` for anybody else.
 */
export async function openOwnLink(tx: Transaction, viewer: Viewer): Promise<string> {
  const { accountId } = viewer;
  const arrival = await lockOne(tx, accountId);
  authorize(arrival !== null && canComeIn(arrival), "moveNotAllowed");
  const { token } = await freshLink(tx, arrival, today());
  await record(tx, viewer, accountEvent("account.link-copied", accountId));
  return token;
}

/**
 * Lets the worker mail their link to all who have none, of one import where it is named; asked for twice it is done once.
 * Throws `notFound`.
 */
export async function queueLinks(
  tx: Transaction,
  viewer: Viewer,
  { importId = null }: { importId?: string | null },
): Promise<void> {
  authorize(canBringIn(viewer));
  await queueJob(
    tx,
    "send-links",
    { by: viewer.accountId, importId, again: false },
    keyOf(importId),
  );
  await record(tx, viewer, importEvent(viewer, "import.links-asked"));
}

/** Lets the worker remind all who are due; asked for twice it is done once. Throws `notFound`. */
export async function queueReminders(tx: Transaction, viewer: Viewer): Promise<void> {
  authorize(canBringIn(viewer));
  const payload = { by: viewer.accountId, importId: null, again: true };
  await queueJob(tx, "send-links", payload, keyOf("again"));
  await record(tx, viewer, importEvent(viewer, "import.reminders-asked"));
}

const keyOf = (what: string | null) =>
  ({ jobKey: `send-links-${what ?? "all"}`, queue: "arrivals" }) as const;

const AT_ONCE = 25;

/** Whose links the worker sends: the first of who has none, or that of a reminder. `day` is today, `YYYY-MM-DD`. */
export type LinksToSend = { importId: string | null; again: boolean; day: string };

/**
 * Mails the next links of those asked for, as the administrator who asked; gives how many, none once all are sent. Who has
 * come in, gone or been written to meanwhile is left out. Throws `notFound`.
 */
export async function sendNextLinks(
  tx: Transaction,
  sender: Bringer,
  { importId, again, day }: LinksToSend,
): Promise<number> {
  authorize(canBringIn(sender));
  const isNext = again ? isRemindable(day) : isNull(accounts.invitedOn);
  const rows = await lockNext(tx, and(isNext, importId ? isBroughtBy(importId) : undefined));
  const name = again ? "account.reminded" : "account.invited";
  for (const arrival of rows) {
    authorize(again ? canRemind(sender, arrival, day) : canSendLink(sender, arrival));
    const tell = await newLink(tx, arrival, day);
    if (again) await note(tx, arrival.id, { remindedOn: day });
    await record(tx, sender, accountEvent(name, arrival.id), { tell });
  }
  return rows.length;
}

type LockedArrival = NonNullable<Awaited<ReturnType<typeof lockOne>>>;

/** Opens a link, noted as the first where it is; gives its secret and when the first was. */
async function freshLink(
  tx: Transaction,
  { id: accountId, ...arrival }: LockedArrival,
  day: string,
) {
  const token = await openLink(tx, { accountId, purpose: "come-in" });
  const invitedOn = arrival.invitedOn ?? day;
  await note(tx, accountId, { invitedOn });
  return { token, invitedOn };
}

/** Opens one that a letter brings; gives how its person is told. */
async function newLink(tx: Transaction, arrival: LockedArrival, day: string) {
  const { token, invitedOn } = await freshLink(tx, arrival, day);
  const { id, broughtOn } = arrival;
  return tellArrival(id, { broughtOn, invitedOn }, { token, day });
}

/** Its version stays: an import is taken back as long as nobody changed what it brought. */
const note = (
  tx: Transaction,
  accountId: string,
  days: { invitedOn?: string; remindedOn?: string },
) => tx.update(accounts).set(days).where(eq(accounts.id, accountId));

async function lockOne(tx: Transaction, accountId: string) {
  const [row] = await tx
    .select(arrivalColumns)
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for("no key update");
  return row ? withDay(row) : null;
}

/** Whoever comes second waits, and finds those left that the first has not written to. */
async function lockNext(tx: Transaction, where: SQL | undefined) {
  const rows = await tx
    .select(arrivalColumns)
    .from(accounts)
    .where(and(isArrival, where))
    .orderBy(accounts.id)
    .limit(AT_ONCE)
    .for("no key update");
  return rows.map(withDay);
}
