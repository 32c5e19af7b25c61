import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { query, type Transaction } from "@/db/client";
import type { AffiliationRole } from "@/db/enums";
import { affiliations } from "@/db/schema/affiliations";
import type { Viewer } from "@/lib/core/auth/viewer-type";

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

/** Whether the viewer manages an organisation. */
export async function managesAny(viewer: Viewer): Promise<boolean> {
  const isManaged = and(isTheirs(viewer), eq(affiliations.role, "manager"));
  return (await query((db) => db.$count(affiliations, isManaged))) > 0;
}
