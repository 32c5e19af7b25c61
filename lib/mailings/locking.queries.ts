import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailings } from "@/db/schema/mailings";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import { canWriteToMembers } from "./policy";

/** A mailing as its form knew it. */
export type MailingVersion = { mailingId: string; version: number };

/** Finds nothing once somebody else has changed it: the write that asks is then a conflict. */
export const isThis = ({ mailingId, version }: MailingVersion) =>
  and(eq(mailings.id, mailingId), eq(mailings.version, version));

/** A mailing, held, as its form knew it. Throws `notFound`, `conflict`. */
export async function lockMailing(tx: Transaction, viewer: Viewer, input: MailingVersion) {
  authorize(canWriteToMembers(viewer));
  const [row] = await tx
    .select({
      version: mailings.version,
      kind: mailings.kind,
      state: mailings.state,
      subject: mailings.subject,
      body: mailings.body,
      locales: mailings.locales,
      shownUntil: mailings.shownUntil,
    })
    .from(mailings)
    .where(eq(mailings.id, input.mailingId))
    .for("no key update");
  authorize(row !== undefined);
  authorize(row.version === input.version, "conflict");
  return row;
}
