import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { affiliations } from "@/db/schema/affiliations";
import type { Read } from "@/db/together";
import { isActiveMember, type Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { canDraftFor } from "./policy";

const isTheirs = (viewer: Viewer) => sql`${affiliations.memberId} = ${viewer.memberId}::uuid`;

/**
 * What the viewer is in the organisations that they name in `field`, one row for each that they belong to; held until the
 * transaction ends. Throws on it `noneOfYours` for whoever manages others alone.
 */
export async function readRolesIn(
  tx: Transaction,
  viewer: Viewer,
  organisationIds: readonly string[],
  field: string,
): Promise<AffiliationRole[]> {
  const { organisationId, role } = affiliations;
  const rows = await tx
    .select({ role })
    .from(affiliations)
    .where(and(inArray(organisationId, [...organisationIds]), isTheirs(viewer)))
    .for("share");
  const roles = rows.map((row) => row.role);
  if (!canDraftFor(viewer, roles) && (await mayDraftForSome(viewer, async (run) => run(tx)))) {
    throw new AppError("noneOfYours", { field });
  }
  return roles;
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
export async function mayDraftForSome(viewer: Viewer | null, read: Read = query): Promise<boolean> {
  if (!viewer || canDraftFor(viewer, [])) return viewer !== null;
  const isManaged = and(isTheirs(viewer), eq(affiliations.role, "manager"));
  const managed = await read((db) => db.$count(affiliations, isManaged));
  return canDraftFor(viewer, managed > 0 ? ["manager"] : []);
}
