import "server-only";
import { type Transaction, transaction } from "@/db/client";
import { reasonOf } from "@/db/errors";
import type { Tell } from "@/lib/core/events/record";
import { log } from "@/lib/core/log";
import { findKeptMails, removeKeptMails } from "@/lib/core/mail/kept-mails";
import type { Actor } from "@/lib/sessions/policy";
import { eraseAccount } from "./erasure.mutations";
import { confirmErasure, type ListedErasure, listErasures, noteErasure } from "./erasure-list";
import { isErasureDue } from "./erasure-request.queries";
import { openForErasure } from "./mutations";
import { isErased, listOtherAddresses } from "./queries";
import { bearsTraces, type Traces } from "./traces";
import { listAddressed, listAddressesOf, readTraces } from "./traces.queries";

/** What else happens in the transaction of an erasure: `before` may throw to stop it, `tell` says who hears of it. */
export type Around = { before?: (tx: Transaction) => Promise<void>; tell?: Tell };

/**
 * Erases an account: its rows in one transaction, then the letters kept as files that are to them, name them or quote
 * them. The key and the day go into the list under `DATA_DIR/erasures` with the names of those files: pending before the
 * commit, certain after it. After a crash in between, or a restore of an older backup, `applyErasures` finishes, and the
 * nightly job what is certain. For the worker and the `club` command, which work as the database's owner; never within a
 * request or another transaction. Throws `notFound`, `lastAdministrator`, and what `before` throws.
 */
export async function eraseForGood(
  actor: Actor,
  input: { accountId: string },
  { before, tell }: Around = {},
): Promise<void> {
  const { accountId } = input;
  const told = await transaction((tx) => readTraces(tx, accountId));
  const others = await listOtherAddresses(accountId);
  const letters = await findLetters(told, others);
  const traces = await transaction(async (tx) => {
    await before?.(tx);
    const rows = await listAddressed(tx, accountId);
    const found = await eraseAccount(tx, actor, input, tell);
    await noteErasure({ accountId, letters, rows }, "pending");
    return found;
  });
  await confirmErasure(accountId);
  await removeKeptMails([...letters, ...(await findLetters(traces, others))]);
}

/** The goodbye stays: it is kept as a file in the demo club alone. Whom a letter of somebody else's greets is a namesake. */
const findLetters = (traces: Traces, others: ReadonlySet<string>) =>
  findKeptMails((texts, letter) => {
    if (letter?.kind === "accountErased") return false;
    if (!letter || !others.has(letter.to)) return bearsTraces(texts, traces);
    const [, ...told] = letter.text.split("\n\n");
    return bearsTraces([letter.to, letter.subject, told.join("\n\n")], traces);
  });

export type Applied = {
  name: string;
  outcome: "erased" | "was-erased" | "not-due" | "unknown" | "unreadable" | "failed";
};

/**
 * Erases anew who is on the list and back in the database, as after a restore of an older backup, and the listed letters. Who
 * had no account at the time of that backup is found by what they had left under their address.
 * A note without a commit erases only whom their own request makes due: they may have thought better of it since. What
 * fails is logged and keeps nothing from the others. Run twice it does nothing the second time. Gives what became of
 * each, by file.
 */
export async function applyErasures(): Promise<Applied[]> {
  const applied: Applied[] = [];
  for (const listed of await listErasures()) {
    const { name } = listed;
    try {
      applied.push({ name, outcome: await applyOne(listed) });
    } catch (error) {
      log.error({ event: "erasure.not-applied", note: name, reason: reasonOf(error) });
      applied.push({ name, outcome: "failed" });
    }
  }
  return applied;
}

async function applyOne({ note, isPending }: ListedErasure): Promise<Applied["outcome"]> {
  if (!note) return "unreadable";
  const { accountId, letters, rows } = note;
  const isGone = await isErased(accountId);
  if (isGone === null && isPending) return "unknown";
  if (isGone === false && isPending && !(await isErasureDue(accountId))) return "not-due";
  const back = isGone === null ? await openAgain(accountId, rows) : isGone ? [] : [accountId];
  for (const id of back) await eraseForGood("portal", { accountId: id });
  await confirmErasure(accountId);
  await removeKeptMails(letters);
  return back.length > 0 ? "erased" : isGone ? "was-erased" : "unknown";
}

/** The keys of accounts for what is back of somebody whose own is not: the first is theirs. */
const openAgain = (accountId: string, rows: string[]) =>
  transaction(async (tx) => {
    const opened: string[] = [];
    for (const email of await listAddressesOf(tx, rows)) {
      const id = await openForErasure(tx, email, opened.length === 0 ? accountId : undefined);
      if (!id) continue;
      // Listed by itself: whichever fails is found by its own key the next time.
      await noteErasure({ accountId: id, letters: [] });
      opened.push(id);
    }
    return opened;
  });

/** Ends what a crash left of erasures that are committed: the note, and the letters listed in it. Erases nobody. */
export async function finishErasures(): Promise<void> {
  for (const listed of await listErasures()) {
    if (listed.note && (await isErased(listed.note.accountId))) await applyOne(listed);
  }
}
