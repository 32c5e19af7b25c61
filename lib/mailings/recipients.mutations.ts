import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { mailingRecipients, mailings } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import { mailingEvent } from "./mailing-event";
import { canDismissAnnouncement, canMarkBounced, canWriteToMembers } from "./policy";

type OnePerson = { mailingId: string; accountId: string };

const isThis = ({ mailingId, accountId }: OnePerson) =>
  and(eq(mailingRecipients.mailingId, mailingId), eq(mailingRecipients.accountId, accountId));

/**
 * Notes that a letter came back: the address it went to rests, until the person has another one or somebody lets it be written to
 * again. Throws `notFound`, `conflict`.
 */
export async function markBounced(
  tx: Transaction,
  viewer: Viewer,
  input: OnePerson,
): Promise<void> {
  authorize(canWriteToMembers(viewer));
  const [row] = await tx
    .select({ state: mailingRecipients.state, mailId: mailingRecipients.mailId })
    .from(mailingRecipients)
    .where(isThis(input))
    .for("no key update");
  authorize(row !== undefined);
  authorize(canMarkBounced(viewer, row), "conflict");
  await tx.update(mailingRecipients).set({ state: "bounced", at: sql`now()` }).where(isThis(input));
  await tx
    .update(accounts)
    .set({
      // Where the letter went: the account may have another address by now.
      restingAddress: sql`coalesce((select address from mails where id = ${row.mailId}::uuid), ${accounts.email})`,
    })
    .where(eq(accounts.id, input.accountId));
  await record(tx, viewer, mailingEvent(input, "mailing.bounced", { mailing: input.mailingId }));
}

/** Lets an address that rests be written to again. Throws `notFound`. */
export async function writeAgain(
  tx: Transaction,
  viewer: Viewer,
  { accountId }: { accountId: string },
): Promise<void> {
  authorize(canWriteToMembers(viewer));
  const changed = await tx
    .update(accounts)
    .set({ restingAddress: null })
    .where(and(eq(accounts.id, accountId), sql`${accounts.restingAddress} is not null`))
    .returning({ id: accounts.id });
  authorize(changed.length === 1);
  await record(tx, viewer, mailingEvent({ accountId }, "mailing.address-woken"));
}

/** Puts an announcement away for oneself; twice is once. Throws `notFound`. */
export async function dismissAnnouncement(
  tx: Transaction,
  viewer: Viewer,
  { mailingId }: { mailingId: string },
): Promise<void> {
  authorize(canDismissAnnouncement(viewer));
  const { accountId } = viewer;
  const shown = await tx
    .select({ id: mailings.id })
    .from(mailings)
    .where(
      and(
        eq(mailings.id, mailingId),
        ne(mailings.state, "draft"),
        sql`${mailings.shownUntil} is not null`,
      ),
    );
  authorize(shown.length === 1);
  await tx
    .insert(mailingRecipients)
    .values({ mailingId, accountId, state: "shown", dismissedAt: sql`now()` })
    .onConflictDoUpdate({
      target: [mailingRecipients.mailingId, mailingRecipients.accountId],
      set: { dismissedAt: sql`now()` },
    });
  await record(tx, viewer, mailingEvent(viewer, "mailing.dismissed"));
}
