import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { query } from "@/db/client";
import { consents } from "@/db/schema/consents";
import type { Read } from "@/db/together";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Consent } from "./policy";

export type OwnConsent = Awaited<ReturnType<typeof listOwnConsents>>[number];

/** A person's own ledger, newest first; what was withdrawn or replaced by a newer version stays in it. */
export function listOwnConsents({ accountId }: { accountId: string }) {
  return query((db) =>
    db
      .select({
        id: consents.id,
        purpose: consents.purpose,
        textVersion: consents.textVersion,
        locale: consents.locale,
        givenAt: consents.givenAt,
        withdrawnAt: consents.withdrawnAt,
      })
      .from(consents)
      .where(eq(consents.accountId, accountId))
      .orderBy(desc(consents.givenAt), consents.purpose),
  );
}

/** Whether the viewer has agreed to a purpose and not taken it back. */
export async function hasConsent(
  viewer: Viewer,
  purpose: Consent,
  read: Read = query,
): Promise<boolean> {
  const [row] = await read((db) =>
    db
      .select({ id: consents.id })
      .from(consents)
      .where(
        and(
          eq(consents.accountId, viewer.accountId),
          eq(consents.purpose, purpose),
          isNull(consents.withdrawnAt),
        ),
      )
      .limit(1),
  );
  return row !== undefined;
}

/** Whether the viewer stands in the members' directory as far as their consent goes. */
export function isListed(viewer: Viewer, read?: Read): Promise<boolean> {
  return hasConsent(viewer, "members-directory", read);
}
