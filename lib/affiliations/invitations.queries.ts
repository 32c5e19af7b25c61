import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { query, type Reader } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { accounts } from "@/db/schema/accounts";
import { organisationInvitations } from "@/db/schema/affiliations";
import { organisations } from "@/db/schema/organisations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { isInvitationStanding, manages } from "./queries";

export type OpenInvitation = {
  id: string;
  email: string;
  locale: Locale;
  role: AffiliationRole;
  createdAt: Date;
  expiresAt: Date;
};

/** The invitations of an organisation that wait for an answer, newest first; for its managers only. */
export async function listOpenInvitations(
  viewer: Viewer,
  organisationId: string,
): Promise<OpenInvitation[]> {
  const { id, email, locale, role, createdAt, expiresAt } = organisationInvitations;
  return query((db) =>
    db
      .select({ id, email, locale, role, createdAt, expiresAt })
      .from(organisationInvitations)
      .innerJoin(organisations, eq(organisations.id, organisationInvitations.organisationId))
      .where(and(eq(organisations.id, organisationId), manages(viewer), isInvitationStanding))
      .orderBy(desc(createdAt)),
  );
}

/** Whether an invited address is the viewer's own: they alone may answer as a member. */
export async function isOwnAddress(viewer: Viewer, email: string): Promise<boolean> {
  const rows = await query((db) =>
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, viewer.accountId), eq(accounts.email, email))),
  );
  return rows.length > 0;
}

/** The id of the invitation by which an organisation waits for the viewer's own address; null where none does. */
export const getOwnInvitation = (viewer: Viewer, organisationId: string): Promise<string | null> =>
  query((db) => findOwnInvitation(db, viewer, organisationId));

/** As `getOwnInvitation`, on a connection that is had already. */
export async function findOwnInvitation(
  db: Reader,
  viewer: Viewer,
  organisationId: string,
): Promise<string | null> {
  const { id, email, organisationId: by } = organisationInvitations;
  const isTheirs = and(eq(accounts.email, email), eq(accounts.id, viewer.accountId));
  const [row] = await db
    .select({ id })
    .from(organisationInvitations)
    .innerJoin(accounts, isTheirs)
    .where(and(eq(by, organisationId), isInvitationStanding));
  return row?.id ?? null;
}
