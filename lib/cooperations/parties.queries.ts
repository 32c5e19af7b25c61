import "server-only";
import { and, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { PARTY_SIDES, type PartySide } from "@/db/enums";
import { affiliations } from "@/db/schema/affiliations";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import type { PartyRoles } from "./policy";

type Party = { organisationId: string; side: PartySide };

/** One on each side at least, and nobody twice. Throws on the side `required`, `partyTwice`. */
export function requireParties(parties: readonly Party[]): void {
  for (const side of PARTY_SIDES) {
    if (!parties.some((party) => party.side === side)) {
      throw new AppError("required", { field: side });
    }
  }
  const ids = parties.map(({ organisationId }) => organisationId);
  const twice = parties.find(({ organisationId }, index) => ids.indexOf(organisationId) < index);
  if (twice) throw new AppError("partyTwice", { field: twice.side });
}

/** What the viewer is in these organisations. */
export async function readRoles(
  tx: Transaction,
  viewer: Viewer,
  parties: readonly Party[],
): Promise<PartyRoles> {
  const { organisationId, memberId, role } = affiliations;
  const ids = parties.map((party) => party.organisationId);
  const rows = await tx
    .select({ role })
    .from(affiliations)
    .where(and(inArray(organisationId, ids), sql`${memberId} = ${viewer.memberId}::uuid`))
    .for("share");
  return rows.map((row) => row.role);
}
