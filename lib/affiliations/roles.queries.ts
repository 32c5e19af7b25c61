import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { affiliations } from "@/db/schema/affiliations";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { canDraftFor } from "./policy";

const isTheirs = (viewer: Viewer) => sql`${affiliations.memberId} = ${viewer.memberId}::uuid`;

/** What the viewer is in these organisations, one row for each that they belong to; held until the transaction ends. */
export async function readRolesIn(
  tx: Transaction,
  viewer: Viewer,
  organisationIds: readonly string[],
): Promise<AffiliationRole[]> {
  const { organisationId, role } = affiliations;
  const rows = await tx
    .select({ role })
    .from(affiliations)
    .where(and(inArray(organisationId, [...organisationIds]), isTheirs(viewer)))
    .for("share");
  return rows.map((row) => row.role);
}

/** Which of these organisations the viewer manages as an active member; their places in them are held until the transaction ends. */
export async function listManagedIn(
  tx: Transaction,
  viewer: Viewer,
  organisationIds: readonly string[],
): Promise<string[]> {
  if (!isActiveMember(viewer) || organisationIds.length === 0) return [];
  const { organisationId, role } = affiliations;
  const rows = await tx
    .select({ organisationId })
    .from(affiliations)
    .where(
      and(inArray(organisationId, [...organisationIds]), isTheirs(viewer), eq(role, "manager")),
    )
    .for("share");
  return rows.map((row) => row.organisationId);
}

/** Whether the viewer may begin what concerns an organisation: as an administrator, or because they manage one. */
export async function mayDraftForSome(viewer: Viewer | null): Promise<boolean> {
  if (!viewer || canDraftFor(viewer, [])) return viewer !== null;
  const isManaged = and(isTheirs(viewer), eq(affiliations.role, "manager"));
  const managed = await query((db) => db.$count(affiliations, isManaged));
  return canDraftFor(viewer, managed > 0 ? ["manager"] : []);
}
