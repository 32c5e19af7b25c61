import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { MailingKind, MailingState } from "@/db/enums";
import { mailings } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/core/events/record";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { queueMail } from "@/lib/core/mail/queue-mail";
import { mailKindOf } from "./letter";
import { isThis, lockMailing, type MailingVersion } from "./locking.queries";
import type { Selection } from "./mailing";
import { mailingEvent } from "./mailing-event";
import { canEditMailing, canWriteToMembers } from "./policy";

/** Begins a mailing; nobody is written to. Throws `notFound`. */
export async function draftMailing(
  tx: Transaction,
  viewer: Viewer,
  { kind }: { kind: MailingKind },
): Promise<{ id: string }> {
  authorize(canWriteToMembers(viewer));
  const [row] = await tx
    .insert(mailings)
    .values({ kind, madeBy: viewer.accountId })
    .returning({ id: mailings.id });
  authorize(row !== undefined);
  await record(tx, viewer, mailingEvent(viewer, "mailing.drafted", { kind, mailing: row.id }));
  return row;
}

type Revised = Selection & {
  subject: LocalizedText;
  body: LocalizedText;
  shownUntil: string | null;
};

/** Keeps what a draft says and to whom. Throws `notFound`, `conflict`. */
export async function reviseMailing(
  tx: Transaction,
  viewer: Viewer,
  { mailingId, version, ...revised }: MailingVersion & Revised,
): Promise<void> {
  const it = await lockMailing(tx, viewer, { mailingId, version });
  authorize(canEditMailing(viewer, it), "conflict");
  const { categories, cities, sectors, locales } = revised;
  await tx
    .update(mailings)
    .set({
      ...revised,
      ...{ categories: [...categories].sort(), cities: [...cities].sort() },
      ...{ sectors: [...sectors].sort(), locales: [...locales].sort() },
      version: version + 1,
    })
    .where(isThis({ mailingId, version }));
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.revised", { kind: it.kind, mailing: mailingId }),
  );
}

/** Deletes a draft. Throws `notFound`, `conflict`. */
export async function discardMailing(
  tx: Transaction,
  viewer: Viewer,
  input: MailingVersion,
): Promise<void> {
  const it = await lockMailing(tx, viewer, input);
  authorize(canEditMailing(viewer, it), "conflict");
  await tx.delete(mailings).where(isThis(input));
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.discarded", { kind: it.kind, mailing: input.mailingId }),
  );
}

/**
 * Sends a mailing in one language to whoever asks for it, and to nobody else; gives the state it is in. Throws `notFound`, and
 * `conflict` where a draft no longer says what was read.
 */
export async function tryMailing(
  tx: Transaction,
  viewer: Viewer,
  { mailingId, version, locale }: MailingVersion & { locale: Locale },
): Promise<{ state: MailingState }> {
  authorize(canWriteToMembers(viewer));
  const [it] = await tx
    .select({ kind: mailings.kind, state: mailings.state, version: mailings.version })
    .from(mailings)
    .where(eq(mailings.id, mailingId));
  authorize(it !== undefined);
  authorize(it.state !== "draft" || it.version === version, "conflict");
  const { accountId } = viewer;
  const data = { mailing: mailingId, isTest: "yes" };
  await queueMail(tx, { accountId, kind: mailKindOf(it), data, locale });
  await record(
    tx,
    viewer,
    mailingEvent(viewer, "mailing.tried", { kind: it.kind, mailing: mailingId }),
  );
  return { state: it.state };
}
