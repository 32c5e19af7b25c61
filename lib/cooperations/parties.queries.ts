import "server-only";
import type { Transaction } from "@/db/client";
import { type AffiliationRole, PARTY_SIDES, type PartySide } from "@/db/enums";
import { readRolesIn } from "@/lib/affiliations/roles.queries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import { findNamed } from "@/lib/organisations/named.queries";

/** An organisation on one side of an agreement. */
export type PartyInput = { organisationId: string; side: PartySide };

/** One on each side at least, and nobody twice. Throws on the side `required`, `partyTwice`. */
export function requireParties(parties: readonly PartyInput[]): void {
  for (const side of PARTY_SIDES) {
    if (!parties.some((party) => party.side === side)) {
      throw new AppError("required", { field: side });
    }
  }
  const ids = parties.map(({ organisationId }) => organisationId);
  const twice = parties.find(({ organisationId }, index) => ids.indexOf(organisationId) < index);
  if (twice) throw new AppError("partyTwice", { field: twice.side });
}

/** What the viewer is in these organisations. Throws `noneOfYours` on the first side. */
export const readRoles = (
  tx: Transaction,
  viewer: Viewer,
  parties: readonly PartyInput[],
): Promise<AffiliationRole[]> =>
  readRolesIn(
    tx,
    viewer,
    parties.map((party) => party.organisationId),
    PARTY_SIDES[0],
  );

/** The parties that somebody names, one a line. Throws on the side as `findNamed`. */
export async function findParties(
  tx: Transaction,
  viewer: Viewer,
  named: Record<PartySide, string>,
): Promise<PartyInput[]> {
  const parties: PartyInput[] = [];
  for (const side of PARTY_SIDES) {
    const ids = await findNamed(tx, viewer, { field: side, written: named[side] });
    parties.push(...ids.map((organisationId) => ({ organisationId, side })));
  }
  return parties;
}
